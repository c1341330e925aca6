"""Registers and ledgers: tables that are derived from an edition, never written by hand."""
