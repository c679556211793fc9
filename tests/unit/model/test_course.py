from manualkit.model.course import minutes_of


def test_clock_is_counted_in_minutes() -> None:
    assert minutes_of("00:00") == 0
    assert minutes_of("10:30") == 630
