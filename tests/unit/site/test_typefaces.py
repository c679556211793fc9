import re
from pathlib import Path

from manualkit.site.typefaces import typeface_rules


def test_each_language_of_a_catalogue_has_one_rule(root: Path, tmp_path: Path) -> None:
    for name in ("so", "ps", "ur", "ar-EG", "ar", "not-a-language"):
        (tmp_path / "locale" / name).mkdir(parents=True)
    (tmp_path / "templates").symlink_to(root / "templates")
    css = typeface_rules(tmp_path)
    heads = re.findall(r"^(.*) \{$", css, re.MULTILINE)
    assert heads == [
        ":root, :lang(en), :lang(so)",
        ":lang(ar)",
        ":lang(ps)",
        ":lang(ur)",
        ":lang(ar-EG)",
    ]


def test_a_rule_takes_back_what_the_text_around_it_says(root: Path) -> None:
    rules = dict(re.findall(r"^([^{]*) \{\n([^}]*)\}", typeface_rules(root), re.MULTILINE))
    english = next(body for head, body in rules.items() if ":lang(en)" in head)
    urdu = next(body for head, body in rules.items() if ":lang(ur)" in head)
    assert "--tight: initial;" in english
    assert "--tight: 2.0;" in urdu
    assert "--digits: decimal;" in urdu
