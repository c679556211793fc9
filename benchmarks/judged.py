"""The judged queries of `tests/cases/search/`: typed into a search box, and counted."""

import dataclasses as dc
from collections.abc import Callable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

CASES = Path(__file__).parents[1] / "tests" / "cases" / "search"
LANGUAGES = ("en", "fr", "tr", "ar", "fa", "ur", "th")

Result = Sequence[str]
"""Where one entry of a result list leads: `individual/session-1/#i1-stress`, one or several."""
Engine = Callable[[str], Sequence[Result]]
"""From what is typed to the list that is shown."""


@dc.dataclass(frozen=True, slots=True)
class Query:
    """What somebody types, and what answers it."""

    text: str
    answers: tuple[str, ...]
    """Ids of blocks and steps, and paths of pages; `*` stands for anything."""


def queries(language: str) -> list[Query]:
    """Return the judged queries of a language."""
    needs = yaml.safe_load((CASES / "needs.yml").read_text("utf-8"))
    rows = yaml.safe_load((CASES / f"{language}.yml").read_text("utf-8"))
    return [Query(row["query"], tuple(needs[row["need"]])) for row in rows]


def answers(place: str, query: Query, steps: Mapping[str, str]) -> bool:
    """Whether a place answers a query. `steps` are the steps that blocks stand in, by id."""
    page, _, anchor = place.partition("#")
    path = page.removesuffix("index.html").strip("/") or "index"
    for answer in query.answers:
        if "/" in answer:
            right = fnmatchcase(path, answer)
        else:
            held = {step for block, step in steps.items() if fnmatchcase(block, answer)}
            places = {anchor, steps.get(anchor, "")} - {""}
            right = anchor in held or any(fnmatchcase(each, answer) for each in places)
        if right:
            return True
    return False


@dc.dataclass(frozen=True, slots=True)
class Score:
    """How many queries of a language found an answer."""

    queries: int
    at_1: int
    at_5: int
    missed: tuple[str, ...]
    """Queries without an answer among the first five."""

    @property
    def recall(self) -> float:
        """The share of queries with an answer among the first five."""
        return self.at_5 / self.queries


def score(asked: Sequence[Query], engine: Engine, steps: Mapping[str, str]) -> Score:
    """Type all queries into an engine."""
    at_1 = at_5 = 0
    missed = []
    for query in asked:
        shown = engine(query.text)[:5]
        right = [any(answers(place, query, steps) for place in result) for result in shown]
        at_1 += bool(right and right[0])
        at_5 += any(right)
        if not any(right):
            missed.append(query.text)
    return Score(len(asked), at_1, at_5, tuple(missed))


TYPE = """async (query) => {
  const input = document.querySelector(".md-search__input");
  const output = document.querySelector(".md-search-result");
  const shown = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(resolve, 0));
    });
    watch.observe(output, { childList: true, subtree: true, characterData: true });
  });
  input.value = query;
  input.dispatchEvent(new Event("keyup"));
  await shown;
  return [...output.querySelectorAll("li.md-search-result__item")].map((item) =>
    [...item.querySelectorAll("a.md-search-result__link")]
      .filter((link) => !link.closest("details:not([open])"))
      .map((link) => link.href));
}"""
"""Types into Material's box, waits for the list, and returns where its visible links lead."""
