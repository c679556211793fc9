"""Pages of old versions, as the verifier sees them."""

from pathlib import Path

import pytest

from manualkit.verify.old_page import Today, as_it_was, page_faults

TODAY = Today({"line": "116123"}, frozenset({"116123"}))
WAS = '<body><aside class="care"></aside><ul>{tools}</ul><p>Text.</p>'
SHEETS = '<li><a class="tool" href="pdf/a.pdf"><span class="icon"></span>A</a></li>'
BANNER = '<aside class="notices old-version"><ul><li>Old.</li></ul></aside>\n'
ALARM = BANNER.replace("<li>", '<li class="recalled">Numbers.</li><li>')
CARE = """<aside class="care" aria-label="Help">
<a href="tel:116123" translate="no"><bdi dir="ltr">116 123</bdi></a>
<small>Checked on <bdi dir="ltr">2026-01-01</bdi></small></aside>"""
INSTEAD = '<li><a class="tool" href="{to}">Newest</a></li>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    newest = tmp_path / "demo" / "en" / "index.html"
    newest.parent.mkdir(parents=True)
    newest.touch()
    return tmp_path / "demo" / "v" / "1.0.0" / "en" / "index.html"


def page(banner: str = BANNER, care: str = CARE, to: str = "../../../en/") -> bytes:
    tools = f'<template class="old-sheets">{SHEETS}</template>{INSTEAD.format(to=to)}'
    text = WAS.format(tools=tools).replace('<aside class="care"></aside>', banner + care)
    return text.encode()


def faults(file: Path, content: bytes, *, changed: bool = False) -> list[str]:
    return list(page_faults(file, content, TODAY, changed=changed))


def test_what_was_put_on_a_page_is_taken_away_and_the_rest_is_as_it_was(file: Path) -> None:
    assert as_it_was(page(ALARM)) == WAS.format(tools=SHEETS).encode()
    assert faults(file, page(ALARM), changed=True) == []


@pytest.mark.parametrize("hidden", ["<p>Text.</p>", "<li>Stay with the person.</li>", "Text"])
def test_nothing_but_links_to_sheets_can_be_hidden(hidden: str) -> None:
    link = INSTEAD.format(to="../../../en/")
    spoilt = f'<ul><template class="old-sheets">{hidden}</template>{link}</ul>'.encode()
    assert as_it_was(spoilt) == spoilt


@pytest.mark.parametrize(
    ("care", "said"),
    [
        (
            CARE.replace("tel:116123", "tel:999"),
            '"Help now" holds the number 999; contacts.yml says otherwise.',
        ),
        (
            CARE.replace(">116 123<", ">999<"),
            '"Help now" holds the number 999; contacts.yml says otherwise.',
        ),
        ("", '"Help now" does not hold the number 116123; contacts.yml says otherwise.'),
    ],
)
def test_another_number_than_that_of_the_newest_contacts_is_an_alarm(
    file: Path, care: str, said: str
) -> None:
    assert faults(file, page(care=care)) == [said]


def test_a_changed_number_that_nobody_is_told_of_is_an_alarm(file: Path) -> None:
    (said,) = faults(file, page(), changed=True)
    assert said == "A telephone number has changed since, and the page does not say so."
    (said,) = faults(file, page(ALARM) + SHEETS.encode(), changed=True)
    assert said == "It leads to a sheet with a telephone number that has changed since."
    assert faults(file, page(banner="")) == ["It does not say that it is old."]


@pytest.mark.parametrize(
    "to", ["https://example.org/", "/demo/en/", "../../1.0.0/en/", "../../../fr/", "../" * 9]
)
def test_in_the_place_of_a_sheet_stands_a_page_of_the_newest_version(file: Path, to: str) -> None:
    (said,) = faults(file, page(to=to))
    assert said == "In the place of a sheet it leads to no page of the newest version."
