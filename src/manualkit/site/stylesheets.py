"""Style sheets as they are sent: only the rules that our pages can use, without blanks.

Material's own sheet is larger than a page with its pictures. Most of it is for features that are
switched off, and no content can ask for them: sanitising takes Material's class names out.
"""

import dataclasses as dc
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

import tinycss2

UNUSED: Final = (
    "arithmatex", "comment", "critic", "emojione", "gemoji", "giscus", "headerlink",
    "md-annotation", "md-author", "md-banner", "md-clipboard", "md-code__", "md-consent",
    "md-content--post", "md-content__button", "md-copyright", "md-draft", "md-ellipsis",
    "md-feedback", "md-footer-", "md-footer__", "md-hashtag", "md-header__ellipsis",
    "md-header__option", "md-header__source", "md-header__title", "md-header__topic", "md-input",
    "md-logo", "md-meta", "md-nav--integrated", "md-nav--lifted", "md-nav--primary",
    "md-nav__container", "md-nav__icon", "md-nav__item--", "md-nav__source", "md-nav__title",
    "md-nav__toggle", "md-option", "md-pagination", "md-path", "md-pin", "md-post", "md-profile",
    "md-progress", "md-select", "md-sidebar--post", "md-social",
    "md-source", "md-status", "md-tabs", "md-tag", "md-tooltip", "md-top", "md-typeset__",
    "md-version", "mermaid", "twemoji",
)  # fmt: skip
"""Beginnings of class names that no page of ours holds."""

RARE: Final = (
    "admonition", "details", "filename", "grid", "highlight", "key-", "keys", "lineno", "summary",
    "tabbed-",
)  # fmt: skip
"""Beginnings of names that a page pays for only if it holds one of them."""

_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_BOX = re.compile(r"\.md-typeset\b.*[ >](details|summary)\b")
_NOT = re.compile(r":not\([^()]*\)")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_HOLDS_RARE = re.compile(rf'<details\b|class="(?:[^"]* )?(?:{"|".join(RARE)})')
_GROUPS: Final = frozenset({"media", "supports"})
_TEXT = r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
_BLANK = r"(?:\s|/\*.*?\*/)"
_BLANKS = re.compile(rf"({_TEXT})|{_BLANK}*([{{}};,]){_BLANK}*|({_BLANK}+)", re.DOTALL)


@dc.dataclass(frozen=True, slots=True)
class _Rule:
    """A rule, or something that stands for itself, as `@keyframes`."""

    group: str
    """`@media(…)` around it; empty if there is none."""
    selectors: tuple[str, ...]
    body: str
    variables: tuple[tuple[str, str], ...] = ()
    """Names and declarations, if it declares nothing else."""


def split(css: str, beside: str = "") -> tuple[str, str]:
    """Return the rules of Material's sheet that all pages use, and those that few use.

    A variable stays if some rule, or the sheet that stands `beside` it, asks for it.
    """
    rules = list(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
    usual = _chosen(rules, lambda names: not _some(names, UNUSED + RARE))
    rare = _chosen(rules, lambda names: _some(names, RARE) and not _some(names, UNUSED))
    usual_names, rare_names = _asked_for(usual, beside), _asked_for([*usual, *rare], beside)
    own = [rule for rule in usual if rule.variables]
    return (
        minified(_sheet(usual, usual_names)),
        minified(_sheet([*own, *rare], rare_names - usual_names)),
    )


def holds_rare(html: str) -> bool:
    """Whether a page needs the rules that few pages use."""
    return _HOLDS_RARE.search(html) is not None


def minified(css: str) -> str:
    """Return a sheet without comments and without blanks that mean nothing; texts stay."""
    return _BLANKS.sub(lambda found: found[1] or found[2] or (" " if found[3] else ""), css).strip()


def _rules(nodes: Iterable[Any], group: str = "") -> Iterator[_Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            prelude, body = tinycss2.serialize(node.prelude), tinycss2.serialize(node.content)
            yield _Rule(group, _selectors(node.prelude), body, _variables(prelude, node.content))
        elif node.type == "at-rule" and node.lower_at_keyword in _GROUPS:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            yield from _rules(inner, f"{group}{head}{{")
        elif node.type == "at-rule" and node.lower_at_keyword != "charset":
            yield _Rule(group, (), node.serialize())


def _selectors(prelude: Sequence[Any]) -> tuple[str, ...]:
    return tuple(tinycss2.serialize(part).strip() for part in _parts(prelude, ","))


def _variables(prelude: str, content: Sequence[Any]) -> tuple[tuple[str, str], ...]:
    if ":root" not in prelude:
        return ()
    lines = [tinycss2.serialize(part).strip() for part in _parts(content, ";")]
    pairs = [(line.partition(":")[0], line) for line in lines if line]
    return tuple(pairs) if all(name.startswith("--") for name, _ in pairs) else ()


def _parts(tokens: Sequence[Any], mark: str) -> Iterator[list[Any]]:
    part: list[Any] = []
    for token in tokens:
        if token.type == "literal" and token.value == mark:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _chosen(rules: Iterable[_Rule], wanted: Callable[[list[str]], bool]) -> list[_Rule]:
    """Return the rules with those of their selectors whose class names are wanted."""
    chosen = []
    for rule in rules:
        names = [_names(_NOT.sub("", selector)) for selector in rule.selectors]
        kept = [each for each, own in zip(rule.selectors, names, strict=True) if wanted(own)]
        if kept or (not rule.selectors and wanted([])):
            chosen.append(dc.replace(rule, selectors=tuple(kept)))
    return chosen


def _names(selector: str) -> list[str]:
    """Return the classes that a selector asks for, and the boxes of the text that open and close.

    Elsewhere such boxes are ours.
    """
    return _CLASS.findall(selector) + _BOX.findall(selector)


def _some(names: Iterable[str], beginnings: tuple[str, ...]) -> bool:
    return any(name.startswith(beginnings) for name in names)


def _asked_for(rules: Sequence[_Rule], beside: str) -> frozenset[str]:
    """Return the variables that rules ask for, directly or by way of another one."""
    text = beside + "".join(rule.body for rule in rules if not rule.variables)
    declared = [pair for rule in rules for pair in rule.variables]
    known: set[str] = set()
    found = set(_VARIABLE.findall(text))
    while found - known:
        known |= found
        found = {name for own, line in declared if own in known for name in _VARIABLE.findall(line)}
    return frozenset(known)


def _sheet(rules: Iterable[_Rule], variables: frozenset[str]) -> str:
    written = []
    for rule in rules:
        body = rule.body
        if rule.variables:
            body = ";".join(line for name, line in rule.variables if name in variables)
        if not body:
            continue
        text = f"{','.join(rule.selectors)}{{{body}}}" if rule.selectors else body
        written.append(f"{rule.group}{text}{'}' * rule.group.count('{')}")
    return "\n".join(written)
