"""A workbook holds what was put in, runs nothing, and is the same on every day."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from manualkit.outside.opened import NotAWorkbook
from manualkit.record.sheet import Column, Sheet
from manualkit.record.xlsx import from_xlsx, to_xlsx

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def sheet(*texts: str) -> Sheet:
    columns = (Column("text", 40), Column("number", 8), Column("more"))
    return Sheet("Words", columns, tuple((text, at, text) for at, text in enumerate(texts)))


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_every_text_comes_back_as_it_was(texts: list[str]) -> None:
    rows = from_xlsx(to_xlsx([sheet(*texts)], "Words"))["Words"]
    assert [row["text"] for row in rows] == texts


@pytest.mark.parametrize(
    "text",
    ["=1+1", "_x000D_", "a\rb", "\x01", "_xD800_", "#N/A", "TRUE", " led ", "\n=", "2020-01-01"],
)
def test_difficult_text_comes_back_as_it_was(text: str) -> None:
    assert from_xlsx(to_xlsx([sheet(text)], ""))["Words"][0]["text"] == text


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("https://example.org")', "+1", "@SUM(A1)"])
def test_no_cell_is_a_formula(text: str) -> None:
    page = load_workbook(io.BytesIO(to_xlsx([sheet(text)], "")))["Words"]
    assert (page["A2"].data_type, page["A2"].value) == ("s", f"'{text}")


def test_same_sheets_give_the_same_bytes_with_fixed_times() -> None:
    made = to_xlsx([sheet("a")], "Words")
    assert made == to_xlsx([sheet("a")], "Words")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 2


def test_head_stays_in_sight_and_can_be_filtered_and_texts_wrap() -> None:
    page = load_workbook(io.BytesIO(to_xlsx([sheet("a", "b")], "")))["Words"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:C3"
    assert page["A1"].font.bold
    assert page["A2"].alignment.wrap_text
    assert page.column_dimensions["A"].width == 40


@pytest.mark.parametrize("content", [b"", b"id,summary\n", b"PK\x03\x04 broken"])
def test_other_files_are_no_workbook(content: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        from_xlsx(content)
