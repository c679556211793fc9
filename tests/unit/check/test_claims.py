"""The sentences of tests/cases/check/claims.yml, and the real manual."""

from pathlib import Path

import pytest
import yaml

from manualkit.adapt import adapt, core_edition
from manualkit.check.claims import Claim, claims
from manualkit.check.texts import texts_of
from manualkit.load import load_project
from manualkit.validate import validate_project

ROOT = Path(__file__).parents[3]
CASES = yaml.safe_load((ROOT / "tests/cases/check/claims.yml").read_text("utf-8"))


def found(text: str, *, is_name: bool = False) -> set[Claim]:
    return {claim for claim, _ in claims(text, is_name=is_name)}


@pytest.mark.parametrize("text", CASES["approved"])
def test_sentence_claims_an_approval(text: str) -> None:
    assert Claim.APPROVED in found(text)


@pytest.mark.parametrize("text", CASES["reviewed"])
def test_sentence_claims_a_review(text: str) -> None:
    assert found(text) == {Claim.REVIEWED}


@pytest.mark.parametrize("text", CASES["nothing"])
def test_sentence_claims_nothing(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize("text", CASES["names"]["approved"])
def test_title_claims_an_approval(text: str) -> None:
    assert found(text, is_name=True) == {Claim.APPROVED}


@pytest.mark.parametrize("text", CASES["names"]["nothing"])
def test_title_claims_nothing(text: str) -> None:
    assert found(text, is_name=True) == set()


def test_real_manual_claims_nothing_though_it_speaks_of_who() -> None:
    project, _ = validate_project(load_project(ROOT)[0])
    assert project is not None
    editions = [core_edition(project.core), *(adapt(project.core, c)[0] for c in project.contexts)]
    texts = [text for edition in editions for text in texts_of(edition)]
    assert sum("WHO" in text.text for text in texts) >= len(editions)
    assert [text for text in texts if found(text.text, is_name=text.is_name)] == []
