"""How far the words of each page have come in a language: what its readers are told."""

from collections.abc import Iterator

from manualkit.approvals import Standing
from manualkit.approving.desk import Desk, with_states
from manualkit.catalogue import Catalogue
from manualkit.compose import Composition
from manualkit.model.approval import State
from manualkit.model.digest import data_digest
from manualkit.model.message_state import MessageState, worst_shown
from manualkit.model.rendition import Message


def with_texts(composition: Composition, desk: Desk) -> Composition:
    """Return the composition with the states of its texts in its manifest."""
    states = {
        code: state.model_copy(
            update={"texts": page_texts(desk, code), "words": page_words(desk, code)}
        )
        if code in desk.languages
        else state
        for code, state in composition.manifest.states.items()
    }
    return with_states(composition, states)


def page_texts(desk: Desk, code: str) -> dict[str, MessageState]:
    """Return by page the worst state of what readers see of it in translation.

    A page of which they see nothing in their language is MISSING. Interface words and safety text
    do not count: both are told apart.
    """
    standing, catalogue = desk.translation(code), desk.catalogue(code)
    found: dict[str, list[MessageState]] = {}
    for path, state in _states(desk, code, catalogue):
        found.setdefault(path, []).append(state)
    return {path: _told(worst_shown(states), standing, path) for path, states in found.items()}


def page_words(desk: Desk, code: str) -> dict[str, str]:
    """Return by page a hash of what is published of it: each answer in all forms, safety text too.

    Safety text counts as readers see it: English until two people have approved it.
    """
    catalogue, approved = desk.catalogue(code), desk.safety(code) is State.APPROVED
    found: dict[str, list[object]] = {}
    for message in desk.asked(code):
        if message.safety and approved:
            found.setdefault(message.page, []).append(catalogue.translate_safety(message.text))
        elif is_own(message):
            said = [catalogue.translate(message.text), *catalogue.wordings(message.text)]
            found.setdefault(message.page, []).append(said)
    return {path: data_digest(said) for path, said in found.items() if path}


def _told(state: MessageState, standing: Standing, path: str) -> MessageState:
    """Return the state of a page: what is approved is more than reviewed.

    A page that tells of the edition has no approval of its own and follows the whole, unless a
    machine drafted it.
    """
    by_person = state in {MessageState.DRAFT, MessageState.REVIEWED}
    approved = standing.pages.get(path, standing.whole) is State.APPROVED
    return MessageState.APPROVED if approved and by_person else state


def _states(desk: Desk, code: str, catalogue: Catalogue) -> Iterator[tuple[str, MessageState]]:
    for message in desk.asked(code):
        if is_own(message):
            yield message.page, catalogue.state(message.text)
    for text in desk.composition.manifest.local_texts:
        # A person wrote it in the language, with a back-translation for those who review it.
        if text.language == code:
            yield text.page, MessageState.DRAFT


def is_own(message: Message) -> bool:
    """Whether a message is a text of its page: no label around it, no safety text."""
    return bool(message.page) and message.kind != "string" and not message.safety
