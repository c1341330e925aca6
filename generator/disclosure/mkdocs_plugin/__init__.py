"""The MkDocs side: the only room that imports mkdocs."""

from disclosure.mkdocs_plugin.plugin import DisclosurePlugin

__all__ = ["DisclosurePlugin"]
