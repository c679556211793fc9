"""PNG and JPEG pictures: whole, and of a sensible size."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageFile, UnidentifiedImageError

MOST_PIXELS = 40_000_000
"""More than an A3 sheet at 600 dpi needs."""
_FORMATS = ("PNG", "JPEG")


def raster_fault(content: bytes) -> str:
    """Return what is wrong with a picture, or an empty string."""
    try:
        with warnings.catch_warnings(), _truncated_refused():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=_FORMATS)
            if image.width * image.height > MOST_PIXELS:
                return f"it is too large: {image.width} by {image.height} pixels"
            # `verify` does not see that the end is missing; decoding does.
            image.load()
    except Image.DecompressionBombWarning:
        return "it is too large"
    except (Image.DecompressionBombError, UnidentifiedImageError):
        return "it is not a PNG or JPEG picture of a sensible size"
    except (OSError, SyntaxError, ValueError) as error:
        return f"it is broken: {error}"
    return ""


@contextmanager
def _truncated_refused() -> Iterator[None]:
    """Let Pillow say that the end of a picture is missing: WeasyPrint tells it not to.

    https://github.com/Kozea/WeasyPrint/blob/v70.0/weasyprint/images.py (LOAD_TRUNCATED_IMAGES)
    """
    allowed = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = allowed
