"""What is published and what is reported as an error are the same."""

from pathlib import Path

import yaml

from manualkit.catalogue import check_entry
from manualkit.catalogue.checks import is_sound
from manualkit.model.finding import Severity

CASES = Path(__file__).parents[2] / "cases/catalogue/checks.yml"


def test_errors_and_nothing_else_keep_a_translation_off_the_pages() -> None:
    for case in yaml.safe_load(CASES.read_text("utf-8")):
        english, translation = case["english"], case["translation"]
        faults = check_entry(english, translation, case.get("language", "fr"))
        errors = [fault for fault in faults if fault.severity is Severity.ERROR]
        assert not translation or is_sound(english, translation) is not bool(errors), case["title"]
