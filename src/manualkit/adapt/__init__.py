"""Step 3: core + one adaptation → edition. A locked block refuses every change."""

from manualkit.adapt.edition import adapt, core_edition

__all__ = ["adapt", "core_edition"]
