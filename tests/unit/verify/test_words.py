from manualkit.verify.protected import Value
from manualkit.verify.words import counted, digits, even, with_terms, wording

TERMS = {"helper": {"singular": "peer", "plural": "peers"}}
FACTS = {
    "line": ("phone", "116 123"),
    "day": ("date", "2026-03-31"),
    "place": ("address", "1 Example Street"),
}


def test_words_of_the_context_in_their_forms() -> None:
    text = "{{ Helper }}, a {{ helper }} of {{helper.plural}}; {{ unknown }} and {{ helper.dual }}"
    expected = "Peer, a peer of peers; {{ unknown }} and {{ helper.dual }}"
    assert with_terms(text, TERMS) == expected


def test_facts_are_filled_in_and_listed_in_order() -> None:
    found = wording("Call {line} at {place}, by {day}. {other}", FACTS, "fr", english=False)
    assert found.words == "Call 116 123 at 1 Example Street, by 31 mars 2026. {other}"
    assert found.values == (
        Value("116 123", ltr=True),
        Value("1 Example Street", ltr=False),
        Value("31 mars 2026", ltr=False),
    )


def test_marks_of_markdown_are_gone() -> None:
    raw = r"**Stay** with _them_, see [the page](a.md). 2 * 3 \* 4, snake_case &amp; ____"
    expected = "Stay with them, see the page. 2 * 3 * 4, snake_case & ____"
    assert wording(raw, {}, "en", english=False).words == expected


def test_blanks_around_french_marks_do_not_count() -> None:
    assert even("Qui\u202f? «\u00a0Moi\u00a0» :", "fr") == even("Qui? «Moi»:", "fr")
    assert even("Who ?", "en") != even("Who?", "en")


def test_digits_of_every_script() -> None:
    assert digits("tel:+44 ۱۲۳ ٤") == "441234"


def test_numbers_alone_are_the_same_in_all_digits() -> None:
    assert counted("۶، ۸") == counted("6, 8") == "6, 8"
    assert counted("۱۰:۳۰") == "10:30"
    assert counted("۸۰ +") == "80 +"


def test_a_text_or_a_number_to_call_is_no_count() -> None:
    assert [counted(text) for text in ("116 123", "K1", "²", "", "0151 496 0123", "۹۹۹")] == [
        ""
    ] * 6
