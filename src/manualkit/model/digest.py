"""Content hashes. Re-wrapping lines is not a change."""

import hashlib
import json


def normalised(text: str) -> str:
    """Return `text` with every run of white space as one space: re-wrapping changes nothing."""
    return " ".join(text.split())


def text_digest(text: str) -> str:
    """Return 12 hexadecimal digits that stand for the words of `text`."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()[:12]


def data_digest(value: object) -> str:
    """Return 12 hexadecimal digits that stand for plain data (as JSON with sorted keys)."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
