"""What can be wrong with a school's input, and how it is said."""
