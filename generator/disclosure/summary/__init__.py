"""What a pull request would make public, told to the people who have to agree to it."""
