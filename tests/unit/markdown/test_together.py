"""What belongs together stays on one line."""

import pytest

from manualkit.markdown.together import kept_together
from manualkit.model.language import language


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        ("en", "18. 100 × 18 ÷ 24 = 75. Good", "18. 100~×~18~÷~24~=~75. Good"),
        ("ur", '<bdi dir="ltr">9 + 2 = 11</bdi>', '<bdi dir="ltr">9~+~2~=~11</bdi>'),
        ("fa", "۱۰۰ × ۹ = ۹۰۰", "۱۰۰~×~۹~=~۹۰۰"),
        ("en", "100 × lines ÷ all", "100 × lines ÷ all"),
        ("th", "หายใจช้า ๆ และ", "หายใจช้า~ๆ และ"),
        ("en", "ช้า ๆ", "ช้า ๆ"),
        ("th", '<a title="ช้า ๆ">a</a><script>"ช้า ๆ"</script>', None),
        ("en", '<a title="1 + 1">a</a><style>1 + 1</style>', None),
    ],
)
def test_no_line_ends_inside_a_sum_or_before_the_sign_that_repeats(
    code: str, typed: str, kept: str | None
) -> None:
    expected = typed if kept is None else kept.replace("~", "\N{NO-BREAK SPACE}")
    assert kept_together(typed, language(code)) == expected
