"""Changes of pages and steps: what the context adds, moves, times, spreads and repeats."""

from manualkit.adapt.structure.order import change_structure

__all__ = ["change_structure"]
