"""Words of the context in a text: `{{ helper }}`, `{{ helper.plural }}`, `{{ Helper }}`.

The template language of content is an allow-list: names with a form, and conditions. A text that a
stranger edited must cost no more than its length: the sandbox of Jinja stops escapes, not
`"A" * 10**10`. And nothing but words comes out: a constant in quotes could hold escaped letters
that pass the rules for texts.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from manualkit.model.finding import Finding, Location, did_you_mean
from manualkit.model.manual import Term

_TEXTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.If)
_WORDS = (nodes.Name, nodes.Getattr)
_CONDITIONS = (*_WORDS, nodes.Const, nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or)
_MOST_LETTERS = 20_000
_MOST_TEXTS = 8192
"""So many texts are remembered: each edition asks for nearly the same."""


class Forms(dict[str, str]):
    """The forms of a term; alone it stands for its singular, in a condition too."""

    def __eq__(self, other: object) -> bool:
        return self["singular"] == other if isinstance(other, str) else super().__eq__(other)

    __hash__ = None


def _children(
    node: nodes.Node, allowed: tuple[type[nodes.Node], ...]
) -> Iterator[tuple[nodes.Node, tuple[type[nodes.Node], ...]]]:
    """Yield the parts of a node, each with what it may be."""
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.If):
            yield child, _CONDITIONS if child is node.test else _TEXTS
        elif isinstance(node, nodes.Output):
            yield child, (*_WORDS, nodes.TemplateData)
        else:
            yield child, (nodes.Name,) if isinstance(node, nodes.Getattr) else allowed


class _WordsEnvironment(ImmutableSandboxedEnvironment):
    """Jinja that can fill in words and choose between texts, and nothing else."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        waiting: list[tuple[nodes.Node, tuple[type[nodes.Node], ...]]] = [(tree, _TEXTS)]
        while waiting:
            node, allowed = waiting.pop()
            if not isinstance(node, allowed):
                what = type(node).__name__.lower()
                raise jinja2.TemplateSyntaxError(f'"{what}" is not allowed here', node.lineno)
            waiting += _children(node, allowed)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  (Jinja's own signature)
        """Look into plain data only, never at Python's attributes."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


@cache
def _environment() -> _WordsEnvironment:
    environment = _WordsEnvironment(
        undefined=jinja2.StrictUndefined,
        # `{#` opens an id in our Markdown, never a comment.
        comment_start_string="{\x00#",
        comment_end_string="#\x00}",
        finalize=lambda value: value["singular"] if isinstance(value, Forms) else value,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    return environment


@lru_cache(_MOST_TEXTS)
def _template(text: str) -> jinja2.Template:
    return _environment().from_string(text)


@lru_cache(_MOST_TEXTS)
def _names(text: str) -> tuple[tuple[str, str, int], ...]:
    """Return each name that a text uses, with its attribute and line."""
    tree = _environment().parse(text)
    with_form = {id(get.node): get.attr for get in tree.find_all(nodes.Getattr)}
    return tuple((n.name, with_form.get(id(n), ""), n.lineno) for n in tree.find_all(nodes.Name))


class Words:
    """Fills the words of one edition into texts and gathers the findings."""

    def __init__(self, terms: Mapping[str, Term], extra: Mapping[str, dict[str, str]]) -> None:
        self._terms = terms
        self._values: dict[str, Any] = dict(extra)
        for term in terms.values():
            self._values[term.id] = Forms(term.forms)
            capital = {name: form[:1].upper() + form[1:] for name, form in term.forms.items()}
            self._values[term.id.capitalize()] = Forms(capital)
        self.findings: list[Finding] = []

    def fill(self, text: str, where: Location, *, safety: bool = False) -> str:
        """Return the text with its words; a fault is noted and leaves the text as typed.

        `where` is the place of the text's first line. A safety text may use only those terms that
        say so.
        """
        if "{{" not in text and "{%" not in text:
            return text
        try:
            if safety:
                self._check_safety(text, where)
            return self._rendered(text)
        except jinja2.TemplateSyntaxError as error:
            line = Location(where.file, where.line + error.lineno - 1)
            words = str(error.message).rstrip(".")
            message = f"The words in double braces cannot be filled in: {words}."
            hint = "Write {{ term }} or {{ term.plural }}, as in docs/terms.yml."
            self.findings.append(Finding("bad-words", line, message, hint))
        except jinja2.UndefinedError:
            self.findings += self._unknown(text, where)
        except RecursionError:
            hint = "Write it out plainly."
            message = "The conditions are nested too deeply."
            self.findings.append(Finding("bad-words", where, message, hint))
        return text

    def _rendered(self, text: str) -> str:
        if len(text) > _MOST_LETTERS:
            raise jinja2.TemplateSyntaxError("this text is too long for one block", 1)
        filled = _template(text).render(self._values)
        if "{{" in filled or "{%" in filled:
            raise jinja2.TemplateSyntaxError("braces are left over", 1)
        return filled

    def _check_safety(self, text: str, where: Location) -> None:
        for name, _, line in _names(text):
            term = self._terms.get(name.lower())
            if term is not None and not term.in_safety:
                place = _place(text, where, line, name)
                message = f'The term "{name}" may not stand in a safety block.'
                hint = "Write the word out, or set in_safety: true in docs/terms.yml."
                self.findings.append(Finding("term-in-safety", place, message, hint))

    def _unknown(self, text: str, where: Location) -> list[Finding]:
        findings = []
        for name, form, line in _names(text):
            known = self._values.get(name)
            if known is not None and (not form or form in known):
                continue
            wanted, names = (form, list(known)) if known is not None else (name, list(self._values))
            message = f'"{name}{"." + form if form else ""}" is not a word of this manual.'
            hint = did_you_mean(wanted, names, "All words are listed in docs/terms.yml.")
            place = _place(text, where, line, name)
            findings.append(Finding("unknown-word", place, message, hint))
        return findings


def _place(text: str, where: Location, line: int, name: str) -> Location:
    """Return the place of a name on a line of a text that begins at `where`."""
    found = re.search(rf"\b{re.escape(name)}\b", text.split("\n")[line - 1])
    first = where.column if line == 1 else 1
    return Location(where.file, where.line + line - 1, first + (found.start() if found else 0))
