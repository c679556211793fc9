from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from manualkit.model.manual import Contact, Fact, TermForm

TERM: TypeAdapter[str] = TypeAdapter(TermForm)


@pytest.mark.parametrize(
    "word",
    [
        "helper",
        "peer lay therapist",
        "Wellbeing Mentor",
        "non-governmental organisation",
        "women's group",
        "travailleur pair aidé",
        "\u062f\u0631\u0645\u0627\u0646\u06af\u0631",
    ],
)
def test_plain_name_is_a_term(word: str) -> None:
    assert TERM.validate_python(word) == word


@pytest.mark.parametrize(
    "word",
    [
        "do not call",
        "nobody",
        "don't",
        "don\u2019t",
        "not-a-helper",
        "helper.",
        "helper, or else",
        "helper 2",
        "helper\u0662",
        "**helper**",
        "{helper}",
        "<b>",
        "a\nb",
        " helper",
        "a  b",
        "",
        "x" * 61,
    ],
)
def test_what_could_turn_a_sentence_around_is_no_term(word: str) -> None:
    with pytest.raises(ValidationError, match="must be a plain name"):
        TERM.validate_python(word)


@pytest.mark.parametrize("phone", ["999", "116 123", "+44 151 496 0000", "0311"])
def test_phone_numbers_are_kept_as_typed(phone: str) -> None:
    assert Contact(id="line", label="L", purpose="P", phone=phone).phone == phone


@pytest.mark.parametrize("phone", ["12-34", "call me", "1", "١٢٣", "123\n456", "", "++12"])
def test_other_texts_are_no_phone_numbers(phone: str) -> None:
    with pytest.raises(ValidationError, match="phone"):
        Contact(id="line", label="L", purpose="P", phone=phone)


def test_facts_of_a_contact_are_named_after_it() -> None:
    contact = Contact.model_validate(
        {
            "id": "line",
            "label": "L",
            "purpose": "P",
            "phone": "111",
            "sms": "222",
            "url": "https://example.org",
            "email": "a@example.org",
            "checked_on": "2026-01-02",
            "expires": "2026-04-02",
        }
    )
    assert {fact.id: (fact.kind, fact.value) for fact in contact.facts()} == {
        "line": ("phone", "111"),
        "line_sms": ("sms", "222"),
        "line_url": ("url", "https://example.org"),
        "line_email": ("email", "a@example.org"),
        "line_checked_on": ("date", "2026-01-02"),
        "line_expires": ("date", "2026-04-02"),
    }


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("phone", "call me"),
        ("sms", "12-34"),
        ("url", "javascript:alert(1)"),
        ("url", "https://example.org/x)](y"),
        ("email", "nobody"),
        ("date", "tomorrow"),
        ("text", ""),
    ],
)
def test_value_of_a_fact_is_of_its_kind(kind: Any, value: str) -> None:  # noqa: ANN401
    with pytest.raises(ValidationError, match="value"):
        Fact(id="x", kind=kind, value=value)
