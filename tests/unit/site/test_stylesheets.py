"""What is left of Material's style sheet."""

import pytest

from manualkit.site.assets import bare_script
from manualkit.site.stylesheets import holds_rare, minified, split

SHEET = """
@charset "UTF-8";
:root{--md-used:red;--md-by-way:var(--md-far);--md-far:blue;--md-rare:lime;--md-lost:pink}
body{color:var(--md-used)}
.md-typeset p,.md-tabs p{margin:0;color:var(--md-by-way)}
.md-version{display:none}
.md-typeset .admonition{color:var(--md-rare)}
[dir=ltr] .md-typeset .tip>summary:before{top:0}
.md-search-result__more>summary{top:0}
.md-nav__link:not(.md-tabs){top:0}
@media print{.md-tabs{display:none}.md-header{display:none}}
@supports (top:0){@media print{.md-footer{display:none}}}
@keyframes turn{to{rotate:1turn}}
"""


def test_rules_that_no_page_can_use_are_left_out() -> None:
    usual, rare = split(SHEET)
    assert "md-version" not in usual + rare
    assert ".md-tabs" not in usual.replace(":not(.md-tabs)", "")
    assert ".md-typeset p{margin:0;" in usual


def test_a_rule_keeps_the_group_that_it_stands_in() -> None:
    usual, _ = split(SHEET)
    assert "@media print{.md-header{display:none}}" in usual
    assert "@supports (top:0){@media print{.md-footer{display:none}}}" in usual
    assert "@keyframes turn{to{rotate:1turn}}" in usual


def test_rules_for_what_few_pages_hold_stand_apart() -> None:
    usual, rare = split(SHEET)
    assert "admonition" not in usual
    assert ".md-typeset .admonition{" in rare
    assert ".tip>summary" in rare
    assert ".tip>summary" not in usual
    assert ".md-search-result__more>summary{" in usual
    assert "body{" not in rare


def test_a_variable_stands_where_somebody_asks_for_it() -> None:
    usual, rare = split(SHEET, beside="a{color:var(--md-lost)}")
    assert "--md-used:red" in usual
    assert "--md-far:blue" in usual, "asked for by way of another variable"
    assert "--md-lost:pink" in usual, "asked for by the sheet beside it"
    assert "--md-rare" not in usual
    assert "--md-rare:lime" in rare
    assert "--md-lost" not in split(SHEET)[0]


def test_a_smaller_sheet_says_the_same() -> None:
    css = 'a , b {\n  content: "a ;  /* b */";\n  /* why */\n  margin : 0 auto\n}\n'
    assert minified(css) == 'a,b{content: "a ;  /* b */";margin : 0 auto}'


@pytest.mark.parametrize(
    ("html", "rare"),
    [
        ('<div class="admonition note">', True),
        ('<div class="some tabbed-set">', True),
        ('<div class="highlight">', True),
        ("<details>", True),
        ('<div class="block tip">', False),
        ("<p>admonition</p>", False),
    ],
)
def test_a_page_asks_for_the_rare_rules_only_if_it_needs_them(html: str, *, rare: bool) -> None:
    assert holds_rare(html) is rare


def test_a_script_is_sent_without_its_comments() -> None:
    script = '/* why\n   this */\n"use strict";\n\n  /* one */\n  call("/* kept */"); /* kept */\n'
    assert bare_script(script) == '"use strict";\n\ncall("/* kept */"); /* kept */\n'
