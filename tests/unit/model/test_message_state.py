import pytest

from manualkit.model.message_state import MessageState, is_known, read_state, word_of, worst_shown

M = MessageState


@pytest.mark.parametrize(
    ("said", "fuzzy", "state"),
    [
        pytest.param("", False, M.DRAFT, id="nothing is said"),
        pytest.param("machine-drafted, not reviewed", False, M.MACHINE_DRAFTED, id="machine"),
        pytest.param("machine-drafted", False, M.MACHINE_DRAFTED, id="machine, in one word"),
        pytest.param("draft", False, M.DRAFT, id="draft"),
        pytest.param("reviewed, plt, 2026-03-01", False, M.REVIEWED, id="who and when follow"),
        pytest.param("stale", False, M.STALE, id="stale by hand"),
        pytest.param("reviewed", True, M.STALE, id="fuzzy is stale, whatever is said"),
        pytest.param("approved", False, M.REVIEWED, id="approved is not for typing"),
        pytest.param("revewed", False, M.MACHINE_DRAFTED, id="an unknown word is the least"),
        pytest.param("missing", False, M.MACHINE_DRAFTED, id="nobody types what can be seen"),
    ],
)
def test_state_is_read_from_what_is_said(said: str, state: MessageState, *, fuzzy: bool) -> None:
    assert read_state(said, fuzzy=fuzzy) is state


def test_the_order_is_from_the_worst_to_the_best() -> None:
    assert [state.value for state in M if not state.shown] == ["missing", "stale", "faulty"]
    shown = [state.value for state in M if state.shown]
    assert shown == ["machine-drafted", "draft", "reviewed", "approved"]


def test_worst_of_what_is_shown_leaves_out_what_stays_english() -> None:
    assert worst_shown([M.MISSING, M.REVIEWED, M.DRAFT, M.STALE]) is M.DRAFT
    assert worst_shown([M.APPROVED, M.MACHINE_DRAFTED]) is M.MACHINE_DRAFTED
    assert worst_shown([M.MISSING, M.FAULTY]) is M.MISSING
    assert worst_shown([]) is M.MISSING


def test_word_ends_at_the_first_comma() -> None:
    assert word_of("reviewed , clinician, 2026-03-01") == "reviewed"
    assert is_known(word_of(""))
    assert not is_known("faulty")
