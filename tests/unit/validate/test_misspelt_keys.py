"""Every key of every file of the real adaptation, misspelt, is one finding."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from manualkit.compose import Composition
from manualkit.load.context import load_context
from manualkit.model.finding import Finding, Location
from manualkit.model.raw import Key, RawContext, RawDocument

ROOT = Path(__file__).parents[3]
FOLDER = "adaptations/prosper-liverpool"
Adapt = Callable[[Mapping[str, str | None]], tuple[list[Finding], Composition | None]]


@cache
def real_context() -> RawContext:
    return load_context(ROOT / FOLDER, ROOT)[0]


def documents() -> Iterator[RawDocument]:
    yield from real_context().documents.values()
    yield from (change.head for change in real_context().changes)


def words_of(key: Key) -> tuple[str, ...]:
    return tuple(step for step in key if isinstance(step, str))


def keys() -> Iterator[tuple[str, Location, str]]:
    """Each kind of key once: its name, its place, the word."""
    seen: set[tuple[str, ...]] = set()
    for document in documents():
        file = document.source.file.removeprefix(f"{FOLDER}/")
        kind = file.partition("/")[0]
        for key in document.source.keys:
            name = (kind, *words_of(key))
            # Below it stand languages and the names that their grammar has: no fixed words.
            free = "translations" in key[:-1]
            if isinstance(key[-1], str) and name not in seen and not free:
                seen.add(name)
                yield "/".join(name), document.source.key_at(*key), key[-1]


def misspellings(word: str) -> Iterator[str]:
    middle = len(word) // 2
    yield word[:middle] + word[middle + 1 :]
    yield word[:middle] + word[middle] + word[middle:]
    at = next(n for n in range(len(word) - 1) if word[n] != word[n + 1])
    yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def cases() -> Iterator[tuple[str, Location, str, str]]:
    """All three misspellings for adaptation.yml; for the other files one of them in turn."""
    for number, (name, where, word) in enumerate(keys()):
        for turn, wrong in enumerate(misspellings(word)):
            if name.startswith("adaptation.yml") or turn == number % 3:
                yield f"{name} as {wrong}", where, word, wrong


CASES = [pytest.param(where, word, wrong, id=name) for name, where, word, wrong in cases()]


@pytest.mark.parametrize(("where", "word", "wrong"), CASES)
def test_misspelt_key_is_one_finding_with_the_right_word(
    where: Location, word: str, wrong: str, real_adaptation: Adapt
) -> None:
    lines = (ROOT / where.file).read_text("utf-8").split("\n")
    line, at = lines[where.line - 1], where.column - 1
    assert line.startswith(word, at)
    lines[where.line - 1] = line[:at] + wrong + line[at + len(word) :]
    found, _ = real_adaptation({where.file.removeprefix(f"{FOLDER}/"): "\n".join(lines)})
    assert [(f.code, f.location, f.hint) for f in found] == [
        ("unknown-key", where, f'Did you mean "{word}"?')
    ]
    assert f'"{wrong}"' in found[0].message


def test_the_files_without_a_misspelling_have_no_finding(real_adaptation: Adapt) -> None:
    assert real_adaptation({})[0] == []
