"""Masked copies of lists of persons, by the rules the school has set."""
