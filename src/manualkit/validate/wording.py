"""Pydantic's error types in words that an adaptor knows."""

from pydantic_core import ErrorDetails

from manualkit.model.finding import did_you_mean

_WORDS = {
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be true or false",
    "date_from_datetime_parsing": "must be a date like 2026-03-31",
    "date_parsing": "must be a date like 2026-03-31",
    "string_too_short": "is too short (at least {min_length} letters)",
    "too_short": "needs at least {min_length} entry",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
    "string_type": "must be a text",
    "list_type": "must be a list (lines that begin with a hyphen)",
    "dict_type": "must hold `key: value` lines",
    "model_type": "must hold `key: value` lines",
}
_FILE = "a-name-of-small-letters"
_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": "may hold small letters, digits and hyphens only",
    "^[a-z][a-z0-9_]*$": "may hold small letters, digits and underscores only",
    r"^\+?[0-9][0-9 ]{1,18}[0-9]$": "must be a phone number: digits and spaces, in quotes",
    "^[A-Z]{2,6}-[0-9]{3,4}$": "must look like LIV-007",
    "^[A-Z]{2,6}$": "must be 2 to 6 capital letters",
    r"^\d+\.\d+\.\d+$": "must be a version like 1.0.0",
    "^[0-9a-f]{12,}$": "is written by `manualkit accept`: delete the line, then run it",
    "^[0-9a-f]{12}$": "is written by `manualkit approve`, not by hand",
    "^[A-Z][0-9]{1,2}$": "must look like R1",
    r"^[a-z]{2}(-[A-Z][a-z]{3}|-[A-Z]{2})?$": "must be a language tag such as fr, tr, pt-BR",
    r"^https://[^\s<>\"'()]+$": "must be an address that begins with https://",
    r"^[^@\s<>]+@[^@\s<>]+$": "must be an e-mail address",
    r'^[^"{}<>\n]+$': "may not hold quotes, braces or HTML",
    r"^[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$": f"must be {_FILE}.svg, .png or .jpg",
    r"^images/[a-z0-9][a-z0-9-]*\.(svg|png|jpg)$": f"must be images/{_FILE}.svg, .png or .jpg",
    r"^case-studies/[a-z0-9][a-z0-9-]*\.md$": f"must be case-studies/{_FILE}.md",
    "^([01][0-9]|2[0-3]):[0-5][0-9]$": "must be a time like 10:30, in quotes",
}


def explain(fault: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong, and what to do, for one of pydantic's errors."""
    kind, context = fault["type"], fault.get("ctx") or {}
    if kind == "literal_error":
        return _choice(str(fault["input"]), str(context.get("expected", "")))
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        return _PATTERNS.get(pattern, f"does not look right (pattern {pattern})"), "Correct it."
    if kind == "value_error":
        return str(context.get("error", fault["msg"])), "Correct it."
    if kind == "string_too_short" and context.get("min_length") == 1:
        return "may not be empty", "Fill it in."
    if kind in _WORDS:
        return _WORDS[kind].format(**context), "Correct it."
    return fault["msg"][:1].lower() + fault["msg"][1:], "Correct it."


def _choice(found: str, expected: str) -> tuple[str, str]:
    options = [option.strip(" '") for option in expected.replace(" or ", ",").split(",")]
    if options == ["never"]:
        return "must be a date like 2026-03-31, or never", "Correct it."
    allowed = f"Allowed: {', '.join(options)}."
    if found == "FIXME":
        return "is still to be chosen", allowed
    near = did_you_mean(found, options)
    return "is not one of the allowed values", f"{near} {allowed}".strip()
