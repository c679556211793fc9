from pathlib import Path

import pytest

from manualkit.catalogue import load_strings

ROOT = Path(__file__).parents[3]


def templates(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "strings").mkdir()
    for name, text in files.items():
        (tmp_path / "strings" / f"{name}.yml").write_text(text, "utf-8")
    return tmp_path


def test_every_scalar_is_text(tmp_path: Path) -> None:
    folder = templates(tmp_path, a="kind.say: Say\nyes.no: No\noctal: 0311\nempty:\n")
    assert load_strings(folder) == {
        "kind.say": "Say",
        "yes.no": "No",
        "octal": "0311",
        "empty": "",
    }


def test_all_files_are_read(tmp_path: Path) -> None:
    assert load_strings(templates(tmp_path, a="one: One", b="two: Two", c="")) == {
        "one": "One",
        "two": "Two",
    }


def test_folded_text_is_one_line(tmp_path: Path) -> None:
    assert load_strings(templates(tmp_path, a="one: >-\n  One\n  line\n")) == {"one": "One line"}


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a": "one: One", "b": "one: Two"}, "given twice"),
        ({"a": "- one"}, "id: text"),
        ({"a": "one:\n  two: Two"}, "a.yml:1: .*one text"),
    ],
)
def test_fault_is_told(files: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=message):
        load_strings(templates(tmp_path, **files))


def test_our_own_strings_can_be_read() -> None:
    strings = load_strings(ROOT / "templates")
    assert strings["kind.say"] == "Say"
    assert "{count}" in strings["minutes"]
    assert "{language}" in strings["safety.english"]
