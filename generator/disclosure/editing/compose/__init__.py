"""`/compose/`: what the page for writing records is given; the page itself is the theme's."""
