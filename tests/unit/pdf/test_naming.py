"""Names of sheets in a variant or in forms."""

from pathlib import Path

from manualkit.model.forms import FORMS, NEUTRAL, Forms
from manualkit.model.variant import LARGE, USUAL, VARIANTS, Paper, Variant
from manualkit.pdf.naming import others_of, sheet_file


def test_no_two_choices_share_a_name() -> None:
    choices = [(variant, forms) for variant in VARIANTS for forms in (NEUTRAL, *FORMS.values())]
    assert len(choices) == len(set(choices))
    assert len({sheet_file("x.pdf", *choice) for choice in choices}) == len(choices)
    assert sheet_file("x.pdf", USUAL, NEUTRAL) == "x.pdf"


def test_variant_and_forms_stand_behind_the_usual_name() -> None:
    variant = Variant(paper=Paper.LETTER, booklet=True)
    assert sheet_file("a/x.pdf", variant, Forms(client="f")) == "a/x.letter.booklet.client-f.pdf"


def test_what_a_folder_holds_is_read_back_and_other_files_are_left(tmp_path: Path) -> None:
    names = ["x.pdf", "x.large.pdf", "x.large.helper-f.pdf", "x.huge.pdf", "x.txt", "y.a5.pdf"]
    for name in names:
        (tmp_path / name).touch()
    assert others_of(tmp_path.parent, tmp_path.name) == {
        f"{tmp_path.name}/x.pdf": [(LARGE, Forms(helper="f")), (LARGE, NEUTRAL)],
        f"{tmp_path.name}/y.pdf": [(Variant(Paper.A5), NEUTRAL)],
    }
    assert others_of(tmp_path, "not-there") == {}
