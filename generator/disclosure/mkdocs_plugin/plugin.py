"""The plugin. Each event is a few lines that call into the pipeline.

MkDocs frames: it renders the theme and the school's own words, and leaves slots for what comes from records. Under
`mkdocs build` and `mkdocs serve` the plugin fills the slots and writes everything else itself; `disclosure build` takes
the frames (`mkdocs_plugin.frames`) and does the same, sooner. The day and the edition come from the environment
(SOURCE_DATE_EPOCH, DISCLOSURE_EDITION), so that all of them are one and the same build.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from disclosure.caching.cache import open_cache
from disclosure.clock import today
from disclosure.domain.catalogue import Catalogue
from disclosure.domain.school import School
from disclosure.editing.admin.script import require_script
from disclosure.errors.problem import SetupError, has_errors
from disclosure.errors.report import log, text_of
from disclosure.frames.settings import edition_or
from disclosure.pipeline import REFUSED, address_taken, gather, publish, read_and_check, select
from disclosure.publishing.chrome import chrome_of
from disclosure.publishing.meta import site_meta
from disclosure.publishing.root_pages import RootPage, closed_sources, filled_page, root_pages
from disclosure.publishing.structured_data import page_head
from disclosure.rendering.frame import Frame, FrameSet, frame_name, record_frame, slot
from disclosure.rendering.line_breaks import join_chinese_lines
from disclosure.rendering.material import needs_material
from disclosure.rendering.page_links import PageLinks
from disclosure.rendering.site import Site
from disclosure.search.index import search_files
from disclosure.side_by_side import processors

if TYPE_CHECKING:
    from mkdocs.utils.templates import TemplateContext

_UNUSED_ASSETS = ("assets/javascripts/", "assets/external/", "assets/images/", "assets/stylesheets/palette.")
"""Files of Material that no page of ours asks for."""
_STAFF_ASSETS = ("assets/compose", "assets/vendor/")
"""What the page on which records are written needs, and no other."""
_STYLESHEET = "assets/stylesheets/main."
_LAST = -100
"""Priority of the events that see what MkDocs and the other plugins have made of a page."""


class Options(Config):
    """Options of the plugin in mkdocs.yml."""

    edition = config_options.Type(str, default="public")
    """One of the editions of school.yml."""


class DisclosurePlugin(BasePlugin[Options]):
    """Leaves slots in what MkDocs makes. What it knows is made anew by every build."""

    collected: FrameSet | None = None
    """Where the frames go when `disclosure build` asks for them; None when MkDocs itself builds the site."""
    school: School
    catalogue: Catalogue
    _site: Site
    _serving = False
    _root: Path
    _pages: dict[str, RootPage]
    _edition: str
    _nav: Navigation
    _files: Files
    _env: jinja2.Environment
    _config: MkDocsConfig

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A build refuses what is wrong; a preview shows what it can."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and select, before MkDocs empties the last site."""
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        if self.collected is None:
            self._read(config)
        self._edition = edition_or(self.config.edition)
        self._pages = {page.source: page for page in root_pages(self.school, self.catalogue, edition=self._edition)}
        config["markdown_extensions"].append(PageLinks())  # typed as names; objects are taken too
        config.use_directory_urls = True
        if not self._serving:
            config.site_url = self.school.site_url
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that the school did not write itself; drop assets that no page asks for."""
        unused = _UNUSED_ASSETS if self.school.is_for_staff(self._edition) else (*_UNUSED_ASSETS, *_STAFF_ASSETS)
        for file in [one for one in files if one.src_uri.startswith(unused) or one.src_uri.endswith(".map")]:
            if not Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
                files.remove(file)
        for source in closed_sources(self.school, self.catalogue, edition=self._edition):
            if own := files.get_file_from_path(source):
                files.remove(own)
        for source, page in self._pages.items():
            if files.get_file_from_path(source) is None:
                words = b"" if page.has_title else f"# {page.title}\n".encode()
                files.append(File.generated(config, source, content=words, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the frames."""
        self._nav, self._files, self._config = nav, files, config
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the theme what the page is."""
        root_page = self._pages.get(page.file.src_uri)
        page.canonical_url = slot("canonical")
        page.meta["disclosure_meta"] = root_page.meta if root_page else site_meta(self.school)
        page.meta["disclosure_column"] = root_page.column if root_page else ""
        if root_page:
            page.meta.setdefault("title", root_page.title)
            page.meta["disclosure_root"] = page.meta["disclosure_frame"] = True
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave a slot for our part below the school's own words."""
        root_page = self._pages.get(page.file.src_uri)
        if root_page and not root_page.has_title and "<h1" not in html:
            html = f"<h1>{page.title}</h1>\n{html}"
        return join_chinese_lines(html) + (slot("content") if root_page else "")

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the theme the school and its columns; leave the copying of files to whoever asked for frames."""
        env.globals["disclosure"] = chrome_of(
            self.school, self.catalogue, edition=self._edition, stylesheet=self._stylesheet()
        )
        self._env = env
        if self.collected is not None:
            for file in [one for one in files if not one.is_documentation_page() and one.abs_src_path]:
                if file.inclusion.is_included():
                    self.collected.files[file.dest_uri] = str(file.abs_src_path)
                files.remove(file)
        return env

    @event_priority(_LAST)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the theme whether the school's own words need Material's style sheet, and what machines read in the head."""
        page.meta["disclosure_material"] = needs_material(page.content or "")
        own = self._pages.get(page.file.src_uri)
        column = self.catalogue.column(own.column) if own and own.column else None
        title, url = Markup(page.title or "").striptags(), own.url if own else page.url
        page.meta["disclosure_head"] = page_head(title, url, school=self.school, column=column)
        return context

    @event_priority(_LAST)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The sitemap is ours: MkDocs knows neither records nor their dates."""
        if template_name == "sitemap.xml":
            return ""
        return self._finished(template_name, output_content) if template_name.endswith(".html") else output_content

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Fill the page, or hand it over as a frame."""
        return self._finished(page.file.dest_uri, output)

    def _finished(self, path: str, html: str) -> str:
        frame = Frame.cut(html)
        if self.collected is None:
            self._page_frames[path] = frame
            return filled_page(path, frame, self._site).decode()
        self.collected.pages[path] = frame
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write everything that is not a MkDocs page."""
        if self.collected is not None:
            return
        taken = {file.dest_uri for file in self._files}
        made = publish(self._site, root=self._root, frame_for=self.frame_for)
        gathered = gather(self._site, pages=self._page_frames)
        site_dir = Path(config.site_dir)
        found = search_files(self._site, pages=self._page_frames, read=lambda path: (site_dir / path).read_bytes())
        for output in chain(made, gathered, found):  # each is asked when those before it are written
            if output.path in taken:
                raise PluginError(address_taken(output.path, config.docs_dir))
            taken.add(output.path)
            path = site_dir / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.content)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """A saved record shows up without a restart."""
        server.watch(str(self._root / "data"))
        return server

    def frame_for(self, column: str, depth: int) -> Frame:
        """The frame of a column's records and lists. MkDocs has to have built the site before."""
        frames = self.collected.columns if self.collected is not None else self._frames
        name = frame_name(column, depth)
        if name not in frames:
            page = _frame_page(self._config, depth)
            meta = next(page.meta for page in self._pages.values() if page.column == column)
            page.meta.update(disclosure_column=column, disclosure_meta=meta)
            html = self._env.get_template("main.html").render(get_context(self._nav, self._files, self._config, page))
            frames[name] = record_frame(html)
        return frames[name]

    def _stylesheet(self) -> str:
        return next(file.src_uri for file in self._files if file.src_uri.startswith(_STYLESHEET))

    def _read(self, config: MkDocsConfig) -> None:
        self._frames: dict[str, Frame] = {}
        self._page_frames: dict[str, Frame] = {}
        try:
            reading = read_and_check(
                self._root, today(), pages_folder=Path(config.docs_dir), cache=open_cache(self._root), processes=processors()
            )  # fmt: skip
            log(reading.problems)
            if has_errors(reading.problems) and not self._serving:
                raise PluginError(REFUSED)
            edition = edition_or(self.config.edition)
            self._site = select(reading.library, edition=edition, today=today())
            if not self._serving:
                require_script(self._root, reading.library.school.repository, edition)
        except SetupError as error:
            raise PluginError("\n".join(text_of(one) for one in error.problems)) from None
        self.school, self.catalogue = reading.library.school, reading.library.catalogue


def _frame_page(config: MkDocsConfig, depth: int) -> Page:
    """A page whose every part is a slot, as many folders below the root as asked."""
    page = Page(slot("title"), File.generated(config, "x/" * depth + "index.md", content=b""), config)
    page.content, page.canonical_url = slot("content"), slot("canonical")
    page.meta = {"disclosure_frame": True, "disclosure_head": slot("head"), "disclosure_root": True, "disclosure_record": True}  # fmt: skip
    return page
