"""One MkDocs build for each rendition, in forked workers that have MkDocs already imported."""

import logging
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

# Material announces MkDocs 2 at every start; we pin MkDocs 1.6.1.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

import material.plugins.search.plugin
import mkdocs_static_i18n.plugin
import pymdownx.superfences  # noqa: F401
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from manualkit.site.frame import write_frame
from manualkit.site.jobs import Job
from manualkit.site.offline import with_offline
from manualkit.site.packs import Origin
from manualkit.site.plan import Counts, ShardResult
from manualkit.site.publish import built_files, publish
from manualkit.site.search import write_search
from manualkit.site.search_contract import without_search_plugin
from manualkit.site.sources import lay_out

PRELOADED = (material.plugins.search.plugin, mkdocs_static_i18n.plugin)
"""Imported before the workers fork, so that each of them need not."""


def build_shards(
    jobs: Sequence[Job], workers: int, progress: Callable[[ShardResult], None]
) -> list[ShardResult]:
    """Build and publish each job's rendition, unless nothing that it depends on has changed."""
    results, stale = [], []
    for job in jobs:
        kept = job.stamp.holds(job.key, job.published)
        if kept is None:
            stale.append(job)
        else:
            files = Counts(unchanged=len(kept))
            results.append(ShardResult(job.edition, job.name, 0, 0, files, 0.0))
            progress(results[-1])
    for result in _rendered(stale, workers):
        results.append(result)
        progress(result)
    order = {(job.edition, job.name): place for place, job in enumerate(jobs)}
    return sorted(results, key=lambda result: order[result.edition, result.rendition])


def _rendered(jobs: Sequence[Job], workers: int) -> Iterator[ShardResult]:
    if min(workers, len(jobs)) <= 1:
        yield from map(build_shard, jobs)
        return
    # Forked workers find the jobs where they are: a catalogue's look-up cannot be sent by pickle.
    _Waiting.jobs = jobs
    context = multiprocessing.get_context("fork")
    with context.Pool(min(workers, len(jobs)), maxtasksperchild=4) as pool:
        yield from pool.imap_unordered(_build_waiting, range(len(jobs)))


class _Waiting:
    """The jobs that the workers of this build take from."""

    jobs: Sequence[Job] = ()


def _build_waiting(number: int) -> ShardResult:
    return build_shard(_Waiting.jobs[number])


def build_shard(job: Job) -> ShardResult:
    """Build one rendition and publish what differs."""
    started = time.monotonic()
    texts = job.rendition.manifest.local_texts
    lay_out(job.rendition.folder, job.workshop / "docs" / job.language, texts)
    config = shard_config(job)
    plugin: Any = config.plugins["manualkit"]
    plugin.take_over(job.rendition)
    _build_quietly(config)
    built = job.workshop / "site"
    write_search(job.root, built, job.rendition, plugin.renderer.searched_of(job.rendition))
    write_frame(built)
    contents = built_files(built)
    for link in job.rendition.pdfs:
        pdf = job.root / "dist" / job.edition / job.name / link.file
        contents[f"pdf/{link.file}"] = pdf.read_bytes()
    origin = Origin(site_address(job.root), job.made_on)
    contents = with_offline(job.root, job.rendition, contents, origin)
    job.stamp.forget()
    counts = publish(job.published, contents)
    job.stamp.write(job.key, contents)
    pages, missing = len(job.rendition.manifest.pages), plugin.renderer.missing
    seconds = time.monotonic() - started
    return ShardResult(job.edition, job.name, pages, missing, counts, seconds)


def shard_config(job: Job) -> MkDocsConfig:
    """Return the settings of `mkdocs.yml` for one rendition alone."""
    plugins = _settings(job.root)["plugins"]
    i18n = next(
        plugin["i18n"] for plugin in plugins if isinstance(plugin, dict) and "i18n" in plugin
    )
    name = job.rendition.language.name
    i18n["languages"] = [{"locale": job.language, "name": name, "default": True}]
    address = site_address(job.root)
    return load_config(
        str(job.root / "mkdocs.yml"),
        plugins=without_search_plugin(plugins),
        strict=True,
        docs_dir=str(job.workshop / "docs"),
        site_dir=str(job.workshop / "site"),
        site_url=f"{address.rstrip('/')}/{job.edition}/{job.name}/" if address else "",
    )


def site_address(root: Path) -> str:
    """Return the address that `mkdocs.yml` gives the site; empty if there is none."""
    return _settings(root).get("site_url") or ""


def _settings(root: Path) -> dict[str, Any]:
    with (root / "mkdocs.yml").open(encoding="utf-8") as stream:
        settings: dict[str, Any] = yaml_load(stream)
    return settings


def _build_quietly(config: MkDocsConfig) -> None:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
