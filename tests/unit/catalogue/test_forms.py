"""Gendered forms: what is looked up, what is found fault with, what counts."""

import itertools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from manualkit.catalogue import Catalogue, check_catalogue, form_count
from manualkit.model.forms import FORMS, FormChoice, Forms, FormsFile
from manualkit.model.manifest import ManifestEdition
from manualkit.model.rendition import Message
from manualkit.model.rights import Rights

CASES = Path(__file__).parents[2] / "cases/catalogue"
ENGLISH = "I greet you."
WritePo = Callable[[str, str], Path]
CHOICES = [Forms(), *FORMS.values()]


def cases(name: str) -> list[dict[str, Any]]:
    """Read the cases; to add one, add some lines to the file."""
    read: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return read


def po(entries: Mapping[str, str], english: str = ENGLISH) -> str:
    """Return entries of one English text by their contexts."""
    written = []
    for context, text in entries.items():
        fuzzy = "#, fuzzy\n" if text.startswith("(fuzzy)") else ""
        head = "" if context == "neutral" else f'msgctxt "{context}"\n'
        written.append(f'{fuzzy}{head}msgid "{english}"\nmsgstr "{text}"\n')
    return "\n".join(written)


def edition(forms: FormsFile | None = None, name: str = "town") -> ManifestEdition:
    return ManifestEdition(
        id=name,
        title="Town",
        core_title="Manual",
        core_version="1.0.0",
        languages=["en", "ur"],
        sample=False,
        sample_notice="",
        rights=Rights(licence="CC-BY-4.0", holder="Somebody", edition_type="original"),
        forms=forms or FormsFile(),
    )


@pytest.mark.parametrize("case", cases("forms.yml"), ids=lambda case: case["title"])
def test_case(case: dict[str, Any], write_po: WritePo, tmp_path: Path) -> None:
    write_po("ur/core", po(case["core"]))
    write_po("ur/town", po(case.get("edition", {})))
    forms = FormsFile(**case.get("forms", {}))
    assert Catalogue.of(tmp_path, edition(forms), "ur").translate(ENGLISH) == case["expected"]


@pytest.mark.parametrize("case", cases("form-contexts.yml"), ids=lambda case: case["context"])
def test_a_context_that_is_no_form_is_found_with_what_was_meant(
    case: dict[str, str], write_po: WritePo, tmp_path: Path
) -> None:
    path = write_po("ur/core", po({case["context"]: "N."}))
    hints = [finding.hint for finding in check_catalogue(path, "ur", root=tmp_path)]
    assert hints == ([] if case["hint"] == "none" else [case["hint"]])


@given(
    present=st.dictionaries(st.sampled_from(["", *FORMS]), st.booleans()),
    choice=st.sampled_from(CHOICES),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_text_is_the_most_exact_one_that_is_there_and_never_another_persons(
    present: dict[str, bool],
    choice: Forms,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    root = tmp_path_factory.mktemp("forms")
    texts = {name: f"for {name or 'all'}" for name in present}
    entries = {
        name or "neutral": text if present[name] else f"(fuzzy) {text}"
        for name, text in texts.items()
    }
    (root / "locale/ur").mkdir(parents=True)
    (root / "locale/ur/core.po").write_text(f'msgid ""\nmsgstr ""\n\n{po(entries)}', "utf-8")
    found = Catalogue.of(root, edition(name="core"), "ur", choice).translate(ENGLISH)
    wanted = set(choice.context.split())
    # Told by sets of persons, not by the order that the program uses.
    fitting = [name for name, sound in present.items() if sound and set(name.split()) <= wanted]
    most = max((len(name.split()) for name in fitting), default=0)
    best = [name for name in fitting if len(name.split()) == most]
    expected = [texts[name] for name in sorted(best, reverse=True)][:1]
    assert found == (expected[0] if expected else None)


def test_forms_are_checked_as_their_neutral_text_is(write_po: WritePo, tmp_path: Path) -> None:
    english = "Call {line} within 5 minutes, see [here](a.md)."
    path = write_po("ur/core", po({"helper=f": "کال 6 [x](b.md)"}, english))
    codes = [finding.code for finding in check_catalogue(path, "ur", root=tmp_path)]
    assert {"translation-placeholder", "translation-number", "translation-link"} <= set(codes)


def test_safety_text_has_no_forms(write_po: WritePo, tmp_path: Path) -> None:
    path = write_po("ur/safety", po({"neutral": "N", "helper=f": "HF"}))
    codes = [f.code for f in check_catalogue(path, "ur", root=tmp_path) if "form" in f.code]
    assert codes == ["translation-safety-form"]
    catalogue = Catalogue.of(tmp_path, edition(FormsFile(helper="f")), "ur")
    assert catalogue.translate_safety(ENGLISH) == "N"


def test_a_language_may_have_another_choice_and_english_has_none() -> None:
    languages = {"ur": FormChoice(client="m"), "th": FormChoice()}
    forms = FormsFile(helper="f", languages=languages)
    assert [forms.of(code).context for code in ("ar", "ur", "th", "en")] == [
        "helper=f",
        "client=m",
        "",
        "",
    ]


def test_what_a_reader_asks_for_goes_before_the_editions_choice() -> None:
    own = Forms(helper="f", client="f")
    asked = [Forms(helper="m").over(own), Forms(client="m").over(own), Forms().over(own)]
    assert [form.context for form in asked] == [
        "helper=m client=f",
        "helper=f client=m",
        "helper=f client=f",
    ]


def test_every_choice_has_a_name_and_a_line_of_its_own() -> None:
    for one, other in itertools.combinations(CHOICES, 2):
        assert one.suffix != other.suffix
        assert one.strings != other.strings
    assert Forms("f", "m").suffix == ".helper-f.client-m"


def test_a_machines_form_keeps_a_reviewed_text_from_standing_for_a_person(
    write_po: WritePo, tmp_path: Path
) -> None:
    form = "# state: machine-drafted, not reviewed\n" + po({"helper=f": "HF"})
    write_po("ur/core", f"# state: reviewed\n{po({'neutral': 'N'})}\n{form}")
    catalogue = Catalogue.of(tmp_path, edition(), "ur")
    assert catalogue.translate(ENGLISH) == "N"
    assert not catalogue.stands_up(ENGLISH)
    assert catalogue.wordings(ENGLISH) == [("helper=f", "HF")]


def test_forms_are_counted_apart(write_po: WritePo, tmp_path: Path) -> None:
    write_po("ur/core", po({"neutral": "N", "helper=f": "HF", "helper=m": "", "client=x": "X"}))
    catalogue = Catalogue.of(tmp_path, edition(), "ur")
    assert form_count([Message(ENGLISH, "p"), Message("Other", "p")], catalogue) == 1
    assert catalogue.states == {"draft": 1}
