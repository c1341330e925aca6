"""What mkdocs.yml says of a site, as far as a build without MkDocs has to know."""

from __future__ import annotations

import os
from dataclasses import dataclass

EDITION_VARIABLE = "DISCLOSURE_EDITION"
"""Environment variable that chooses the edition over mkdocs.yml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """Paths are absolute."""

    site_dir: str
    docs_dir: str
    edition: str
    """The edition that is built where the command line names none."""
    theme_dir: str
    """Folder of the school's own changes to the theme, '' without."""
    is_predictable: bool
    """Whether frames depend on the files in these folders alone: other plugins and hooks may look anywhere."""


def edition_or(default: str) -> str:
    """The edition to build: that of the environment, else that of mkdocs.yml."""
    return os.environ.get(EDITION_VARIABLE) or default
