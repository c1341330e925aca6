"""What one build leaves for the next: sealed, so that nothing else is ever taken for it. Knows nothing of records."""
