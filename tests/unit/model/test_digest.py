import dataclasses as dc

from hypothesis import given
from hypothesis import strategies as st

from manualkit.model.block import Block, Kind
from manualkit.model.digest import data_digest, text_digest
from manualkit.model.finding import Location

words = st.lists(st.text("abcäöü0123.,{}", min_size=1), min_size=1)
gaps = st.text(" \n\t", min_size=1, max_size=4)


@given(words, st.data())
def test_wrapping_a_text_anew_never_changes_its_digest(
    text: list[str], data: st.DataObject
) -> None:
    wrapped = text[0]
    for word in text[1:]:
        wrapped += data.draw(gaps) + word
    assert text_digest(wrapped) == text_digest(" ".join(text))


@given(words, words)
def test_other_words_have_another_digest(one: list[str], other: list[str]) -> None:
    assert (text_digest(" ".join(one)) == text_digest(" ".join(other))) is (one == other)


def test_order_of_keys_does_not_matter() -> None:
    assert data_digest({"a": 1, "b": 2}) == data_digest({"b": 2, "a": 1})
    assert data_digest({"a": 1}) != data_digest({"a": 2})


def test_digest_of_a_block_holds_its_title_and_text_and_not_its_place() -> None:
    block = Block("a", Kind.STEP, "Text.", Location("x.md"), title="Title")
    assert dc.replace(block, location=Location("y.md", 9), minutes=5).digest == block.digest
    assert dc.replace(block, text="Other.").digest != block.digest
    assert dc.replace(block, title="Other").digest != block.digest
