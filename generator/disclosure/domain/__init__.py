"""What the product is about: records, catalogue, school, their life. Standard library only, no input or output."""
