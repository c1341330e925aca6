"""What personal data looks like in Chinese text: pure functions from text to what was seen."""
