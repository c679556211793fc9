"""One changed English sentence of the core flags exactly its dependants, in all variants.

Hypothesis picks the block and the word. The variants are editions, extended editions, languages.
"""

import dataclasses as dc
import re
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import polib
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from manualkit.catalogue import Catalogue
from manualkit.cli import main
from manualkit.model.block import Block, Kind, Lock
from manualkit.model.manifest import Manifest
from manualkit.model.message_state import MessageState
from manualkit.pipeline import Prepared, messages_of_all, prepare, read_project

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 3, 1)
PROJECTS = ("good-extends", "good-structure")
LANGUAGES = ("fr", "ar")
NEW = "zebralike"
"""A word that stands nowhere else."""
_WORD = re.compile(r"\{\{?[^{}]*\}\}?|\]\([^)]*\)|(?<!\w)(?P<word>[a-z]{4,})(?!\w)")
_STATE = "state: reviewed, plt, 2026-02-01\nsame as English\nnegation checked"

Entries = dict[tuple[str | None, str], str]
"""Context and English → the entry as written, for all entries in use."""


def manualkit(root: Path, *words: str) -> None:
    result = CliRunner().invoke(main, [*words, "--root", str(root), "--today", str(TODAY)])
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module", params=PROJECTS)
def translated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with several editions, all of it translated into two languages and reviewed."""
    root = tmp_path_factory.mktemp(request.param) / "project"
    for name in ("good-minimal", request.param):
        shutil.copytree(ROOT / "tests/projects" / name, root, dirs_exist_ok=True)
    (root / "templates").symlink_to(ROOT / "templates")
    codes = f"languages: [en, {', '.join(LANGUAGES)}]"
    for path in (root / "docs/manual.yml", *root.glob("adaptations/*/adaptation.yml")):
        text = re.sub(r"^languages:.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
        path.write_text(f"{text.rstrip()}\n{codes}\n", "utf-8")
    for folder in root.glob("adaptations/*/"):
        manualkit(root, "accept", folder.name, "--all-fitting", "--yes")
    manualkit(root, "translate", "update")
    for path in root.glob("locale/*/*.po"):
        file = polib.pofile(str(path))
        for entry in file:
            entry.msgstr, entry.tcomment = entry.msgid, _STATE
        file.save(str(path))
    # polib wraps as it likes: the first update sets the files in their own form.
    manualkit(root, "translate", "update")
    return root


@dc.dataclass(frozen=True)
class Edit:
    """A word of a block's text that becomes another one."""

    block: Block
    old: str
    text: str
    """The block's text afterwards."""

    def make(self, root: Path) -> None:
        path = root / self.block.location.file
        text = path.read_text("utf-8")
        assert text.count(self.block.text) == 1
        path.write_text(text.replace(self.block.text, self.text), "utf-8")


def edits(root: Path) -> list[Edit]:
    """Return every word that may change, in every block with a text of its own."""
    project, _ = read_project(root)
    assert project is not None
    found = []
    for page in project.core.pages.values():
        for block in page.blocks:
            if (root / block.location.file).read_text("utf-8").count(block.text) != 1:
                continue
            for word in filter(lambda found: found["word"], _WORD.finditer(block.text)):
                text = block.text[: word.start()] + NEW + block.text[word.end() :]
                found.append(Edit(block, word[0], text))
    return found


def entries(path: Path) -> Entries:
    file = polib.pofile(str(path), wrapwidth=0)
    return {(entry.msgctxt, entry.msgid): str(entry) for entry in file if not entry.obsolete}


def catalogues(root: Path) -> dict[Path, Entries]:
    return {path.relative_to(root): entries(path) for path in root.glob("locale/*/*.po")}


class Said(NamedTuple):
    """A message where it stands."""

    page: str
    block: str
    text: str
    safety: bool


Messages = Mapping[str, set[Said]]
"""By edition."""


def look(root: Path) -> tuple[Prepared, Messages]:
    """Return the project and what its pages say."""
    prepared = prepare(root, TODAY)
    messages = messages_of_all(root, prepared)
    return prepared, {
        name: {Said(m.page, m.block, m.text, m.safety) for m in found if m.page}
        for name, found in messages.items()
    }


def places(manifest: Manifest, block: Block, said: set[Said]) -> set[str]:
    """Return the ids under which an edition shows the core's own text of a block."""
    own = {each.id for each in manifest.blocks if each.id == block.id and not each.change}
    written_anew = any(each.id == block.id and each.change for each in manifest.blocks)
    copies = {each.id for each in manifest.blocks if each.copy_of == block.id}
    ids = own if written_anew else own | copies
    if block.id in ids and block.kind is Kind.SCENE:  # a session tells it again
        ids |= {each.block for each in said if each.block.endswith(f"-{block.id}")}
    return ids


@settings(
    max_examples=8,
    phases=[Phase.generate],  # a picked block is as small as it gets
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_one_changed_sentence_flags_exactly_its_dependants(
    translated: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    edit = data.draw(st.sampled_from(edits(translated)))
    root = tmp_path_factory.mktemp("edited") / "project"
    shutil.copytree(translated, root, symlinks=True)
    was, messages_before = look(root)
    files_before = catalogues(root)
    edit.make(root)
    manualkit(root, "translate", "update")
    now, messages_after = look(root)
    new_texts = check_messages(now, edit, messages_before, messages_after)
    check_catalogues(files_before, catalogues(root), edit)
    check_states(root, now, new_texts, messages_after)
    check_findings(was, now, edit)
    check_pages(was, now, edit, messages_after)


def check_messages(now: Prepared, edit: Edit, before: Messages, after: Messages) -> set[str]:
    """Where an edition shows the core's text its message changes, and no other message does."""
    texts = set()
    for manifest in now.manifests:
        name = manifest.edition.id
        fresh, gone = after[name] - before[name], before[name] - after[name]
        assert {said.block for said in fresh} == places(manifest, edit.block, after[name]), name
        assert {said._replace(text=said.text.replace(NEW, edit.old)) for said in fresh} == gone
        texts |= {said.text for said in fresh}
    return texts


def check_catalogues(
    before: Mapping[Path, Entries], after: Mapping[Path, Entries], edit: Edit
) -> None:
    """The entries of the sentence change, flagged and with the old text; all others stay."""
    assert before.keys() == after.keys()
    for path, old in before.items():
        new = after[path]
        fresh, gone = new.keys() - old.keys(), old.keys() - new.keys()
        assert {key: new[key] for key in new.keys() & old.keys()} == {
            key: old[key] for key in new.keys() & old.keys()
        }, path
        assert {(ctx, text.replace(NEW, edit.old)) for ctx, text in fresh} == gone, path
        for key in fresh:
            flagged = ", fuzzy" in new[key] and "#| msgid" in new[key]
            assert flagged or 'msgstr ""' in new[key], new[key]


def check_states(root: Path, now: Prepared, changed: set[str], messages: Messages) -> None:
    """In every language of every edition the sentence alone is not published any more."""
    for manifest in now.manifests:
        for code in LANGUAGES:
            catalogue = Catalogue.of(root, manifest.edition, code)
            for _, _, text, safety in messages[manifest.edition.id]:
                if safety:
                    assert (catalogue.translate_safety(text) is None) is (text in changed), text
                    continue
                state = catalogue.state(text)
                expected = {MessageState.REVIEWED}
                if text in changed:
                    expected = {MessageState.STALE, MessageState.MISSING}
                assert state in expected, (text, state)


def check_findings(was: Prepared, now: Prepared, edit: Edit) -> None:
    """Changes that were written against the sentence are stale, and no others."""
    before = {(f.code, str(f.location)) for f in was.findings}
    fresh = [f for f in now.findings if (f.code, str(f.location)) not in before]
    assert {f.code for f in fresh} <= {"stale-change"}, fresh
    stale = {f.location.file for f in fresh}
    # A story of a context stands on the core's whole story, known by its file: `walk/male`.
    story = Path(edit.block.location.file).stem
    changes = [
        change
        for manifest in now.manifests
        for change in manifest.changes
        if change.target == edit.block.id or change.target.startswith(f"{story}/")
    ]
    upon = {change.file for change in changes}
    # A text beside it may go on fitting, and a repeated step follows by itself.
    instead = {c.file for c in changes if c.action in {"replace", "remove", "case-study"}}
    assert instead <= stale <= upon


def check_pages(was: Prepared, now: Prepared, edit: Edit, messages: Messages) -> None:
    """The hash that an approval is bound to changes for those pages alone that show the block."""
    for before, after in zip(was.desks, now.desks, strict=True):
        said = messages[after.id]
        ids = places(after.composition.manifest, edit.block, said)
        pages = {each.page for each in said if each.block in ids}
        old, new = before.edition_hashes.pages, after.edition_hashes.pages
        assert {path for path in new if old[path] != new[path]} == pages & new.keys()


def test_safety_text_is_among_what_may_change(translated: Path) -> None:
    blocks = {edit.block.id: edit.block for edit in edits(translated)}
    assert any(block.lock is Lock.SAFETY for block in blocks.values())
    assert len(blocks) > 5


def test_a_second_update_writes_nothing(translated: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in translated.glob("locale/*/*.po")}
    manualkit(translated, "translate", "update")
    assert {path: path.stat().st_mtime_ns for path in before} == before
