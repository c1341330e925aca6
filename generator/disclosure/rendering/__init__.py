"""From Markdown, records and lists to page fragments. Knows HTML, knows neither disk nor MkDocs."""
