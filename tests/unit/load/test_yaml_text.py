import pytest

from manualkit.load.yaml_text import read_yaml
from manualkit.model.finding import Location


def test_every_scalar_stays_text() -> None:
    document, findings = read_yaml("a: 0311\nb: no\nc: 2026-01-31\nd: 1e3\n", "x.yml")
    assert findings == []
    assert document.data == {"a": "0311", "b": "no", "c": "2026-01-31", "d": "1e3"}


def test_only_an_empty_value_is_nothing() -> None:
    document, _ = read_yaml('a:\nb: ~\nc: null\nd: ""\ne: "null"\n', "x.yml")
    assert document.data == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_keys_and_values_remember_their_place() -> None:
    document, _ = read_yaml("a:\n  - b: c\n", "x.yml", first_line=5)
    source = document.source
    assert source.key_at("a", 0, "b") == Location("x.yml", 6, 5)
    assert source.at("a", 0, "b") == Location("x.yml", 6, 8)
    assert source.at("a", 0, "missing") == Location("x.yml", 6, 5)


def test_empty_file_is_an_empty_mapping() -> None:
    assert read_yaml("# nothing\n", "x.yml")[0].data == {}


def test_file_that_could_not_be_read_is_no_second_finding() -> None:
    document, findings = read_yaml(None, "x.yml")
    assert (document.data, findings) == (None, [])


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        pytest.param("a: 1\na: 2\n", "key-twice", 2, 1, id="a key twice"),
        pytest.param("a: &x 1\n", "yaml-shortcut", 1, 4, id="an anchor"),
        pytest.param("a: *x\n", "yaml-shortcut", 1, 4, id="an alias"),
        pytest.param("a: !!python/name:os.system x\n", "yaml-shortcut", 1, 4, id="a tag"),
        pytest.param('a: "b\nc: d\n', "bad-yaml", 1, 4, id="an open quote"),
        pytest.param("a: b: c\n", "bad-yaml", 1, 5, id="two colons"),
        pytest.param("a: b\n? [c]\n: d\n", "bad-yaml", 2, 3, id="a list as key"),
        pytest.param("a: b\nc: \x07\n", "bad-yaml", 2, 4, id="a control character"),
        pytest.param("a: " + "[" * 5000, "bad-yaml", 1, 1, id="deep brackets"),
        pytest.param("a: 1\n---\nb: 2\n", "bad-yaml", 1, 1, id="two documents"),
    ],
)
def test_fault_is_a_finding_at_its_place(text: str, code: str, line: int, column: int) -> None:
    _, findings = read_yaml(text, "x.yml")
    assert [(f.code, f.location) for f in findings] == [(code, Location("x.yml", line, column))]
