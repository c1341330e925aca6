"""The MkDocs side: the only importer of mkdocs. Each event is a few lines that call into the pipeline.

The day and the edition come from the environment (SOURCE_DATE_EPOCH, DISCLOSURE_EDITION), so that `mkdocs build`,
`mkdocs serve` and `disclosure build` are one and the same build.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Literal

import jinja2
from mkdocs.commands.build import build, get_context
from mkdocs.commands.serve import serve
from mkdocs.config import config_options, load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from disclosure.clock import today
from disclosure.errors.explanations import problem
from disclosure.errors.problem import Problem, SetupError, Severity, has_errors
from disclosure.errors.report import text_of
from disclosure.pipeline import publish, read_and_check, select
from disclosure.publishing.chrome import chrome_of
from disclosure.publishing.data import NEXT_CHANGE
from disclosure.publishing.meta import site_meta
from disclosure.publishing.output import OutputFile
from disclosure.publishing.root_pages import RootPage, root_pages
from disclosure.rendering.frame import Frame, slot
from disclosure.rendering.page_links import CurrentPage, PageLinks, finished
from disclosure.rendering.site import Site
from disclosure.staging import staged, write_file

EDITION_VARIABLE = "DISCLOSURE_EDITION"
"""Environment variable that chooses the edition over the plugin's option."""
Track = Callable[[Iterator[OutputFile], int], Iterator[OutputFile]]
"""Watches output files pass by; the number is how many records there are."""

_FILE = PurePosixPath("mkdocs.yml")
_log = logging.getLogger("mkdocs.plugins.disclosure")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.HINT: logging.INFO}
_UNUSED_ASSETS = ("assets/javascripts/", "assets/external/", "assets/images/", "assets/stylesheets/palette.")
"""Files of Material that no page of ours asks for."""


class Options(Config):
    """Options of the plugin in mkdocs.yml."""

    edition = config_options.Type(str, default="public")
    """One of the editions of school.yml."""


class DisclosurePlugin(BasePlugin[Options]):
    """Reads the school's records and hands their pages to MkDocs. What it knows is made anew by every build."""

    track: Track = staticmethod(lambda files, records: files)
    setup_is_broken = False
    _serving = False
    _root: Path
    _site: Site
    _page: CurrentPage
    _pages: dict[str, RootPage]
    _nav: Navigation
    _files: Files
    _env: jinja2.Environment

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A build refuses what is wrong; a preview shows what it can."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and select, before MkDocs empties the last site."""
        self._root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        try:
            self._site = self._read(Path(config.docs_dir))
        except SetupError as error:
            self.setup_is_broken = True
            raise PluginError("\n".join(text_of(one) for one in error.problems)) from None
        self._page = CurrentPage()
        self._pages = {page.source: page for page in root_pages(self._site)}
        config["markdown_extensions"].append(PageLinks(self._site, self._page))  # typed as names; objects are taken too
        config.use_directory_urls = True
        if not self._serving:
            config.site_url = self._site.edition.school.site_url
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that the school did not write itself; drop assets that no page asks for."""
        for file in [one for one in files if one.src_uri.startswith(_UNUSED_ASSETS) or one.src_uri.endswith(".map")]:
            if not Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
                files.remove(file)
        for source, page in self._pages.items():
            if files.get_file_from_path(source) is None:
                words = b"" if page.has_title else f"# {page.title}\n".encode()
                files.append(File.generated(config, source, content=words, inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the frames."""
        self._nav, self._files = nav, files
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell the link extension where it is, the theme what the page is."""
        self._page.url = page.url
        root_page = self._pages.get(page.file.src_uri)
        page.meta["disclosure_meta"] = root_page.meta if root_page else site_meta(self._site.edition.school)
        page.meta["disclosure_column"] = root_page.column if root_page else ""
        if root_page:
            page.meta.setdefault("title", root_page.title)
            page.meta["disclosure_root"] = True
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Append our part to the school's own words."""
        root_page = self._pages.get(page.file.src_uri)
        return finished(html, self._site, base=page.url) + (root_page.fragment() if root_page else "")

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Give the theme the school and its columns."""
        env.globals["disclosure"] = chrome_of(self._site)
        self._env = env
        return env

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The sitemap is ours: MkDocs knows neither records nor their dates."""
        return "" if template_name == "sitemap.xml" else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write everything that is not a MkDocs page."""
        pages = [file.page.url for file in self._files.documentation_pages() if file.page]
        output = publish(self._site, root=self._root, frame_for=self._frames(config), page_urls=pages)
        taken = {file.dest_uri for file in self._files}
        for file in self.track(output, len(self._site.entries)):
            if str(file.path) in taken:
                raise PluginError(f"{config.docs_dir} 里的文件占用了网址 {file.path}，请改名")
            taken.add(str(file.path))
            write_file(Path(config.site_dir) / file.path, file.content)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """A saved record shows up without a restart."""
        server.watch(str(self._root / "data"))
        return server

    def _frames(self, config: MkDocsConfig) -> Callable[[str, int], Frame]:
        template = self._env.get_template("main.html")

        @cache
        def frame_for(column: str, depth: int) -> Frame:
            page = _frame_page(config, depth)
            page.meta.update(disclosure_column=column, disclosure_meta=self._column_meta(column))
            return Frame.cut(template.render(get_context(self._nav, self._files, config, page)))

        return frame_for

    def _column_meta(self, column: str) -> tuple[tuple[str, str], ...]:
        return next(page.meta for page in self._pages.values() if page.column == column)

    def _read(self, docs_dir: Path) -> Site:
        reading = read_and_check(self._root, today(), pages_folder=docs_dir)
        self._report(reading.problems)
        return select(reading.library, edition=os.environ.get(EDITION_VARIABLE) or self.config.edition, today=today())

    def _report(self, problems: Iterable[Problem]) -> None:
        """Log every problem; let none that is an error into a published site."""
        for one in problems:
            _log.log(_LEVELS[one.severity], text_of(one))
        if has_errors(problems) and not self._serving:
            raise PluginError("有错误，没有生成网站；原来的网站没有改动。")


def _frame_page(config: MkDocsConfig, depth: int) -> Page:
    """A page whose every part is a slot, as many folders below the root as asked."""
    page = Page(slot("title"), File.generated(config, "x/" * depth + "index.md", content=b""), config)
    page.content, page.canonical_url = slot("content"), slot("canonical")
    page.meta = {"disclosure_frame": True, "disclosure_head": slot("head"), "disclosure_root": True}
    return page


def build_site(root: Path, *, site_dir: Path | None, track: Track | None = None) -> Path:
    """Build a school's site into a new folder and swap it in; whatever goes wrong, the last good site stands.

    Returns:
        The folder of the site: `site_dir`, else the one that mkdocs.yml names.

    Raises:
        SetupError: mkdocs.yml cannot be used.
        OSError: the folder holds files that are not of a site of ours, or cannot be written.
        BuildRefusedError: records have errors or the school cannot be read; it was logged.
    """
    target = (site_dir or Path(_load(root).site_dir)).resolve()
    with staged(target, mark=NEXT_CHANGE) as folder:
        config = _load(root, site_dir=str(folder))
        plugin = config.plugins["disclosure"]
        if track and isinstance(plugin, DisclosurePlugin):
            plugin.track = track
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Abort as error:
            broken = isinstance(plugin, DisclosurePlugin) and plugin.setup_is_broken
            raise BuildRefusedError(str(error), exit_code=2 if broken else 1) from None
        finally:
            config.plugins.on_shutdown()
    return target


def serve_site(root: Path, *, port: int) -> None:
    """Preview a school's site on this machine until interrupted; records with errors are left out of it.

    Raises:
        SetupError: mkdocs.yml cannot be used.
    """
    _load(root)
    serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")


class BuildRefusedError(Exception):
    """MkDocs gave up; it has logged why."""

    def __init__(self, message: str, *, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code
        """1 for problems of records, 2 for a broken set-up (design §8)."""


def _load(root: Path, **changes: str) -> MkDocsConfig:
    try:
        config = load_config(str(root / _FILE), **changes)
    except ConfigurationError as error:
        hint = "至少写：site_name、docs_dir: site_src、theme: {name: disclosure}、plugins: [disclosure]"
        raise SetupError(problem("C106", path=_FILE, line=0, message=f"不能使用：{error}", hint=hint)) from None
    if "disclosure" not in config.plugins:
        raise SetupError(
            problem("C106", path=_FILE, line=0, message="没有启用 disclosure 插件", hint="加上：plugins: [disclosure]")
        )
    return config
