"""From output files to the site's folder: only what changed is made and moved, whole and at once."""
