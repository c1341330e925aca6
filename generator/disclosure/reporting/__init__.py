"""The annual report: its chapters filled in, as a text document, and as the draft of a record."""
