"""Colours as WeasyPrint computes them, and how well they can be told apart."""

from collections.abc import Mapping
from functools import cache
from typing import Any

Colour = tuple[float, float, float]
"""Red, green and blue, from 0 to 1."""
_DARK = 0.03928


def ground_of(style: Mapping[str, Any], ground: Colour) -> Colour:
    """Return the colour behind what stands in a box, if the box itself stands on `ground`."""
    value = style["background_color"]
    if value == "currentcolor":
        value = style["color"]
    # Most boxes paint nothing, and computing with colours took most of this gate's time.
    return over(painted(value), ground) if value.alpha else ground


def painted(value: Any) -> tuple[Colour, float]:  # noqa: ANN401  (a colour of tinycss2)
    """Return a colour and its opacity."""
    red, green, blue, opacity = value.to("srgb")
    return (red, green, blue), opacity


def over(paint: tuple[Colour, float], ground: Colour) -> Colour:
    """Return what is seen where `paint` lies on `ground`."""
    (red, green, blue), opacity = paint
    rest = 1 - opacity
    return (
        red * opacity + ground[0] * rest,
        green * opacity + ground[1] * rest,
        blue * opacity + ground[2] * rest,
    )


@cache
def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of WCAG, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
