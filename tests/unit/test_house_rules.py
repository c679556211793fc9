"""The code keeps the sizes and docstrings that CONTRIBUTING promises."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "src").rglob("*.py"))
MAX_FILE, MAX_FUNCTION = 300, 40

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | Function

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def public(node: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    """The module or class itself, and every public class, function and method in it."""
    yield node
    for child in node.body:
        if isinstance(child, ast.ClassDef | Function) and not child.name.startswith("_"):
            yield from public(child) if isinstance(child, ast.ClassDef) else [child]


def is_override(node: Documented) -> bool:
    """An overriding or overloading function is documented where it is declared."""
    return isinstance(node, Function) and any(
        ast.unparse(decorator).split(".")[-1] in {"override", "overload", "setter"}
        for decorator in node.decorator_list
    )


def test_there_is_code_to_look_at() -> None:
    assert FILES


@each_file
def test_file_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_FILE


@each_file
def test_functions_are_short(path: Path) -> None:
    functions = [node for node in ast.walk(parse(path)) if isinstance(node, Function)]
    assert {f.name: length(f) for f in functions if length(f) > MAX_FUNCTION} == {}


@each_file
def test_public_names_have_a_docstring(path: Path) -> None:
    missing = [
        getattr(node, "name", "the module")
        for node in public(parse(path))
        if not is_override(node) and not ast.get_docstring(node)
    ]
    assert missing == []
