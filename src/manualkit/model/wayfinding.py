"""What helps readers to find something: difficult moments, and words in plain words."""

from manualkit.model.base import Line, Model, Slug


class Difficulty(Model):
    """Something that happens in a meeting, and where the manual tells what to do then."""

    id: Slug
    title: Line
    """What happens, in the words of a helper: Someone cries."""
    blocks: list[Slug]
    """Ids of the blocks that tell what to do, the best one first."""


class DifficultiesFile(Model):
    """`docs/difficulties.yml`."""

    difficulties: list[Difficulty] = []


class ExplainedWord(Model):
    """A word of the field in plain words."""

    id: Slug
    word: Line
    """As it stands in the text: small letters, singular."""
    meaning: Line
    """One plain sentence."""


class ExplainedWordsFile(Model):
    """`docs/explained-words.yml`."""

    words: list[ExplainedWord] = []
