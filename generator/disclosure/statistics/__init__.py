"""Figures of a year, each with the records that it counts."""
