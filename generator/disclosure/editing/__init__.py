"""Writing records without Markdown: forms in the browser and on the terminal, made from the schema and the catalogue."""
