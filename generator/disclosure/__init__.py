"""school-disclosure: from a school's disclosure records to its public site."""

__version__ = "0.5.0"
