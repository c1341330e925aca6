"""督导检查包: everything an inspector asks for, in one archive that opens without a network."""
