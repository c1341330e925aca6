"""Paper: packs of sheets and certificates, written by a browser that is already on the computer."""
