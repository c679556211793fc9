from manualkit.catalogue import GlossaryIndex, empty_glossary
from manualkit.catalogue.entries import Entry
from manualkit.load.yaml_text import read_yaml
from manualkit.model.glossary import GlossaryFile, GlossaryTerm
from manualkit.model.language import language
from manualkit.model.message_state import MessageState
from manualkit.validate import validate_glossary

TERM = GlossaryTerm(id="helper", en=["helper", "lay helper"], renderings=["aidant"], avoid=["x"])
OTHERS = [
    GlossaryFile(terms=[TERM], names=["PM+"]),
    GlossaryFile(
        terms=[
            GlossaryTerm(id="helper-2", en=["helper"], renderings=["y"]),
            GlossaryTerm(id="quote", en=['"so: to say"'], renderings=["z"]),
        ],
        names=["PM+", "WHO"],
    ),
]


def test_a_new_glossary_has_the_terms_of_all_others_and_nothing_agreed() -> None:
    text = empty_glossary(language("so"), OTHERS)
    assert "# Somali (so)." in text
    glossary, findings = validate_glossary(read_yaml(text, "locale/so/glossary.yml")[0])
    assert findings == []
    assert glossary is not None
    assert [(term.id, term.en) for term in glossary.terms] == [
        ("helper", ["helper", "lay helper"]),
        ("quote", ['"so: to say"']),
    ]
    assert {tuple(term.renderings + term.avoid) for term in glossary.terms} == {()}
    assert glossary.names == ["PM+", "WHO"]


def test_a_term_without_renderings_is_not_checked() -> None:
    term = GlossaryTerm(id="helper", en=["helper"], renderings=[])
    index = GlossaryIndex(GlossaryFile(terms=[term]), "so")
    entry = Entry(
        english="A helper listens.",
        translation="Wuu dhegaystaa.",
        state=MessageState.DRAFT,
        fuzzy=False,
        same=False,
        line=1,
    )
    assert list(index.faults(entry)) == []
