"""The door for MkDocs: hooks → functions that know no MkDocs.

`manualkit build` starts MkDocs once for each rendition and hands it over (`take_over`). On its own,
MkDocs previews the edition that `mkdocs.yml` names, in all its languages, below `build/preview/`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from manualkit.markdown.pairs import in_two_languages
from manualkit.model.finding import InvalidProject
from manualkit.model.language import language
from manualkit.model.manifest import Manifest
from manualkit.pipeline import compose_all
from manualkit.report.findings import as_text
from manualkit.site.assets import theme_language
from manualkit.site.compiled import COMPILED
from manualkit.site.context import untranslated_files
from manualkit.site.hooks import PageRenderer
from manualkit.site.hosting import alternates, listed
from manualkit.site.preview import (
    SOURCES,
    WATCHED,
    finish_preview,
    manifest_of_findings,
    preview,
)
from manualkit.site.rendition import Rendition


# MkDocs leaves the hook for subclasses untyped.
class ManualOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in `mkdocs.yml`."""

    edition = Type(str, default="core")
    """Folder name of the adaptation to preview, or `core`."""
    language = Type(str, default="")
    """Code of the language that stands at the top of a preview; if not given, the default one."""


class ManualPlugin(BasePlugin[ManualOptions]):  # type: ignore[no-untyped-call]
    """Gives MkDocs the pages of renditions, and its templates what stands around the text."""

    def __init__(self) -> None:
        self.renditions: Mapping[str, Rendition] = {}
        self.renderer = PageRenderer()
        self.serving = self.taken_over = False

    def take_over(self, rendition: Rendition) -> None:
        """Build this rendition alone; it is composed and laid out already."""
        self.renditions, self.taken_over = {rendition.language.code: rendition}, True
        # MkDocs keeps the plugin from one build of a process to the next.
        self.renderer.untranslated.clear()
        self.renderer.searched.clear()

    def on_startup(self, *, command: str, **_: object) -> None:
        """Note whether somebody watches: then findings are shown on a page."""
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compose the edition (once, not for each language); give MkDocs its pages and contents."""
        if not (self.taken_over or inner_build(config)):
            self.renditions = renditions_of(config, self.config, show=self.serving)
        rendition = self._rendition(config)
        config.nav = rendition.nav()
        config.site_name = str(rendition.site_name.plain)
        # The one page for a wrong address is ours (site/landing.py).
        config.theme.static_templates.discard("404.html")
        extensions: list[Any] = config.markdown_extensions
        if self.renderer.extension not in extensions:
            extensions.append(self.renderer.extension)
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> None:
        """Watch what people write, not what is made of it."""
        server.unwatch(config.docs_dir)

    @event_priority(100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Leave out the theme's files: all renditions share one copy of them."""
        for file in [file for file in files if file.src_dir != config.docs_dir]:
            files.remove(file)

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: object) -> None:
        """Write pages without the blank lines that template marks leave."""
        env.trim_blocks = env.lstrip_blocks = True
        env.bytecode_cache = COMPILED
        rendition = self._rendition(config)
        env.globals["untranslated_pages"] = untranslated_files(rendition)
        env.globals["listed"] = listed(rendition)
        env.globals["alternates"] = lambda uri: alternates(
            rendition, config.site_url or "", source_path(uri, config)
        )
        code = language_of(config)
        # Where Material speaks English for want of texts, the page still runs as its language does.
        config.theme["language"] = theme_language(code)
        config.theme["direction"] = language(code).direction

    def on_page_markdown(
        self, _markdown: str, /, *, page: Page, config: MkDocsConfig, **_: object
    ) -> None:
        """Take up the next page. Its title comes from the contents, in the reader's language."""
        page.meta.pop("title", None)
        self.renderer.begin(self._rendition(config), page_path(page, config))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Note what the page lacks in its language; a bilingual one is rendered in English too."""
        rendition, path = self._rendition(config), page_path(page, config)
        html = self.renderer.end(rendition, path, html)
        if rendition.bilingual:
            self.renderer.begin_english(rendition, path)
            english = rendered_again(page, config, files)
            html = in_two_languages(english, html, rendition.language)
        return self.renderer.read(rendition, path, html)

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Give the templates what they show around the text."""
        manual = self.renderer.context(
            self._rendition(config), page_path(page, config), page.content
        )
        return TemplateContext({**context, "manual": manual})  # type: ignore[typeddict-unknown-key]

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish the page's HTML."""
        return self.renderer.finish(self._rendition(config), page_path(page, config), output)

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Give a preview what its languages share, when the last of them is built."""
        if not (self.taken_over or inner_build(config)):
            root, build = project_folder(config), Path(config.site_dir)
            finish_preview(root, build, self.renditions, self.renderer)

    def _rendition(self, config: MkDocsConfig) -> Rendition:
        return self.renditions[language_of(config)]


def list_languages(config: MkDocsConfig, codes: Sequence[str], wanted: str) -> list[str]:
    """Give static-i18n the languages of an edition; return them, the one at the top first.

    A preview opens with the wanted language if the edition has it, or with its own first one.
    """
    i18n: Any = config.plugins["i18n"]
    ranked = sorted(codes, key=lambda code: code != wanted)
    one = type(i18n.config.languages[0])
    i18n.config.languages = [one() for _ in ranked]
    for place, (entry, code) in enumerate(zip(i18n.config.languages, ranked, strict=True)):
        entry.load_dict({"locale": code, "name": language(code).name, "default": not place})
        entry.validate()
    return ranked


def renditions_of(
    config: MkDocsConfig, options: ManualOptions, *, show: bool
) -> dict[str, Rendition]:
    """Compose and lay out the preview of an edition, and tell MkDocs where it is.

    With `show`, findings become a page: `mkdocs serve` would answer nobody if one was raised.
    """
    root = project_folder(config)
    manifest = manifest_of(root, options.edition, show=show)
    languages = list_languages(config, manifest.edition.languages, options.language)
    renditions = preview(root, manifest, languages)
    config.docs_dir = str(root / SOURCES)
    watched = [str(root / name) for name in WATCHED if (root / name).is_dir()]
    config.watch += [path for path in watched if path not in config.watch]
    return renditions


def manifest_of(root: Path, edition: str, *, show: bool) -> Manifest:
    """Compose all editions and return the manifest of one, or of a page of findings."""
    try:
        prepared, _ = compose_all(root, datetime.now().astimezone().date())
    except InvalidProject as error:
        if show:
            return manifest_of_findings(root, error.findings)
        raise PluginError("\n".join(map(as_text, error.findings))) from error
    for manifest in prepared.manifests:
        if manifest.edition.id == edition:
            return manifest
    raise PluginError(f'There is no edition "{edition}" in adaptations/.')


def project_folder(config: MkDocsConfig) -> Path:
    """Return the folder that holds `mkdocs.yml`."""
    return Path(config.config_file_path).parent


def rendered_again(page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render a page once more; its contents stay those of the first time."""
    contents = page.toc
    page.render(config, files)
    page.toc = contents
    return page.content or ""


def page_path(page: Page, config: MkDocsConfig) -> str:
    """Return a page's path as the manifest has it; MkDocs' begins with the language's folder."""
    return source_path(page.file.src_uri, config)


def source_path(uri: str, config: MkDocsConfig) -> str:
    """Return the path that the manifest has for a file of MkDocs."""
    return uri.removeprefix(f"{language_of(config)}/").removesuffix(".md")


def language_of(config: MkDocsConfig) -> str:
    """Return the language that is being built."""
    i18n: Any = config.plugins["i18n"]
    return str(i18n.current_language or i18n.default_language)


def inner_build(config: MkDocsConfig) -> bool:
    """Whether this is a further language of a build: static-i18n runs one inside the other."""
    i18n: Any = config.plugins["i18n"]
    return bool(i18n.building)
