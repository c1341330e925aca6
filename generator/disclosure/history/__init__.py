"""What git remembers: when a file first came, what a base revision held."""
