"""Frames for `disclosure build`: MkDocs builds the site as always, but hands over what it makes with the slots open."""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path, PurePosixPath

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from disclosure.domain.catalogue import Catalogue
from disclosure.domain.school import School
from disclosure.errors.explanations import problem
from disclosure.errors.problem import BuildRefusedError, SetupError
from disclosure.frames.settings import SiteSettings
from disclosure.mkdocs_plugin.plugin import DisclosurePlugin
from disclosure.rendering.frame import Frame, FrameSet

_FILE = PurePosixPath("mkdocs.yml")
_PREVIEW_URL = "http://127.0.0.1/"
"""A site at the root of its host, for the absolute links of the 404 page."""
_PURE_EXTENSIONS = frozenset(
    """
    abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta nl2br
    sane_lists smarty tables toc wikilinks
    """.split()
)
_READING_EXTENSIONS = frozenset(["pymdownx.snippets", "pymdownx.b64"])
"""Extensions of PyMdown that read other files."""


class MkDocsRun:
    """One run of MkDocs over a school's theme and hand-written pages."""

    def __init__(self, root: Path, *, serving: bool = False) -> None:
        """Load mkdocs.yml. Raises SetupError where it cannot be used."""
        self._serving = serving
        self._config = _load(root)
        plugin = self._config.plugins["disclosure"]
        if not isinstance(plugin, DisclosurePlugin):
            raise SetupError(
                problem("C106", path=_FILE, line=0, message="disclosure 插件被别的程序换掉了", hint="重新安装本程序")
            )
        self._plugin = plugin
        if serving:
            self._config.site_url = _PREVIEW_URL

    @property
    def settings(self) -> SiteSettings:
        """What mkdocs.yml says of the site."""
        config, plugin = self._config, self._plugin
        custom = config.theme.custom_dir
        return SiteSettings(
            site_dir=config.site_dir,
            docs_dir=config.docs_dir,
            edition=str(plugin.config["edition"]),
            theme_dir=str(custom) if custom else "",
            is_predictable=list(config.plugins) == ["disclosure"] and not config.hooks and all(map(_is_pure, config.markdown_extensions)),
        )  # fmt: skip

    def frames(self, school: School, catalogue: Catalogue) -> FrameSet:
        """Everything that MkDocs, the theme and other plugins contribute.

        Raises:
            BuildRefusedError: MkDocs cannot build the pages; it was logged.
        """
        plugin = self._plugin
        plugin.collected = FrameSet()
        plugin.school, plugin.catalogue = school, catalogue
        scratch = Path(tempfile.mkdtemp(prefix="disclosure-"))
        self._config.site_dir = str(scratch)
        self._config.plugins.on_startup(command="serve" if self._serving else "build", dirty=False)
        try:
            build(self._config)
            plugin.collected.written = {
                path.relative_to(scratch).as_posix(): path.read_bytes()
                for path in sorted(scratch.rglob("*"))
                if path.is_file()
            }
        except Abort as error:
            raise BuildRefusedError(str(error)) from None
        finally:
            self._config.plugins.on_shutdown()
            shutil.rmtree(scratch, ignore_errors=True)
        return plugin.collected

    def frame_for(self, column: str, depth: int) -> Frame:
        """The frame of a column's records and lists; `frames` has to have been called before."""
        return self._plugin.frame_for(column, depth)


class Warnings(logging.Handler):
    """Counts what MkDocs warns of: pages that are warned of are made anew each time, so that the warning is repeated."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1

    def __enter__(self) -> Warnings:
        logging.getLogger("mkdocs").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("mkdocs").removeHandler(self)


def _is_pure(extension: object) -> bool:
    """Whether an extension of Python-Markdown makes its HTML of the page's text alone."""
    if not isinstance(extension, str):
        return False
    name = extension.removeprefix("markdown.extensions.")
    return name in _PURE_EXTENSIONS or (name.startswith("pymdownx.") and name not in _READING_EXTENSIONS)


def _load(root: Path) -> MkDocsConfig:
    try:
        config = load_config(str(root / _FILE))
    except ConfigurationError as error:
        hint = "至少写：site_name、docs_dir: site_src、theme: {name: disclosure}、plugins: [disclosure]"
        raise SetupError(problem("C106", path=_FILE, line=0, message=f"不能使用：{error}", hint=hint)) from None
    if "disclosure" not in config.plugins:
        raise SetupError(
            problem("C106", path=_FILE, line=0, message="没有启用 disclosure 插件", hint="加上：plugins: [disclosure]")
        )
    return config
