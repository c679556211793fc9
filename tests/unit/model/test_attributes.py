import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from manualkit.model.attributes import Attributes, parse_attributes

words = st.text(string.ascii_lowercase + string.digits + "-", min_size=1)
names = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]*", fullmatch=True)
values = st.text(st.characters(exclude_characters='"', exclude_categories=["Cs"]))


@given(st.builds(Attributes, words, st.lists(words).map(tuple), st.dictionaries(names, values)))
def test_attributes_survive_writing_and_reading(attributes: Attributes) -> None:
    assert parse_attributes(str(attributes)) == attributes


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    parse_attributes(text)


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        pytest.param("{#g2-choose}", Attributes("g2-choose"), id="an id"),
        pytest.param("{#a .core .ratings}", Attributes("a", ("core", "ratings")), id="marks"),
        pytest.param("{#a minutes=6}", Attributes("a", (), {"minutes": "6"}), id="a bare value"),
        pytest.param('{alt="Two people"}', Attributes("", (), {"alt": "Two people"}), id="quotes"),
        pytest.param("", Attributes(), id="nothing"),
        pytest.param("{#a core}", Attributes("a", rest="core"), id="a word without a dot"),
        pytest.param("{#a alt='x'}", Attributes("a", rest="alt='x'"), id="single quotes"),
    ],
)
def test_attributes_are_read(text: str, attributes: Attributes) -> None:
    assert parse_attributes(text) == attributes
