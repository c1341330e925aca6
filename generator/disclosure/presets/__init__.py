"""Column trees and items shipped with the product, as data."""
