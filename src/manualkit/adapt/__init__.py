"""Step 3: core + one adaptation → edition. A locked block refuses every change."""

from manualkit.adapt.edition import adapt, core_edition, core_in_words

__all__ = ["adapt", "core_edition", "core_in_words"]
