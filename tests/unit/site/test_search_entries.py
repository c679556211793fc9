"""What search finds on a page."""

from manualkit.site.search_entries import Entry, searched_page

PAGE = """
<h1 id="x">Session 2</h1>
<p>Read it first.</p>
<ol class="minute-bar" id="m"><li><a href="#g2-sort">Sort</a></li></ol>
<div class="block objective" id="g2-objective"><p class="block-label">Aim</p><p>A plan.</p></div>
<h2 class="step core" id="g2-sort">Sort the problems</h2>
<p>Each participant sorts.</p>
<div class="block tip" id="g2-tip"><p class="block-label">Tip</p>
<ul><li>Stones</li><li>A pencil</li></ul>
<figure><img alt="Two hands sort stones." src="s.svg"></figure></div>
<p>Then rest.</p>
"""


def test_headings_and_blocks_are_places_of_their_own() -> None:
    page = searched_page(PAGE, "en")
    assert page.title == "Session 2"
    assert page.intro == "Read it first."
    assert page.entries == (
        Entry("g2-objective", "", "A plan.", "objective"),
        Entry("g2-sort", "Sort the problems", "Each participant sorts. Then rest."),
        Entry("g2-tip", "", "Stones · A pencil · Two hands sort stones.", "tip", 1),
    )


def test_what_a_notice_says_is_no_part_of_the_text() -> None:
    page = searched_page(
        '<h2 id="safety-red">Red path</h2><div class="block safety" id="s">'
        '<p class="safety-notice">Not approved.</p><p>Stay.</p></div>',
        "ur",
    )
    assert page.entries[1] == Entry("s", "", "Stay.", "safety", 0)


def test_places_are_found_however_deep_they_stand() -> None:
    page = searched_page(
        '<div class="english"><div><h3 id="a">One</h3><p>Two</p></div></div>', "en"
    )
    assert page.entries == (Entry("a", "One", "Two"),)


def test_a_step_goes_on_after_the_tellings_of_its_story() -> None:
    page = searched_page(
        '<h2 id="step">Hear</h2><h3 id="woman">Laleh</h3><div class="block scene" id="a"></div>'
        '<div class="block scene" id="b"></div><div class="block ask" id="c"></div>',
        "en",
    )
    assert [(entry.id, entry.under) for entry in page.entries] == [
        ("step", None), ("woman", 0), ("a", 1), ("b", 1), ("c", 0),
    ]  # fmt: skip


def test_cells_of_a_row_stand_together() -> None:
    row = "<tr>\n<td>Phone</td>\n<td>116\n123</td>\n</tr>\n<tr>\n<td>Cost</td>\n<td></td>\n</tr>"
    page = searched_page(f'<h2 id="a">A</h2><p>To talk</p><table>{row}</table>', "en")
    assert page.entries[0].text == "To talk · Phone – 116 123 · Cost"


def test_a_title_in_two_languages_begins_with_that_of_the_reader() -> None:
    sides = '<span class="side" lang="en">Sort</span> <span class="side" lang="ur">چھانٹیں</span>'
    page = searched_page(f'<h1><span class="pair">{sides}</span></h1>', "ur")
    assert page.title == "\u2068چھانٹیں\u2069 · \u2068Sort\u2069"


def test_of_two_languages_each_text_stands_alone() -> None:
    sides = '<div class="side" lang="en">Read</div><div class="side" lang="ur">پڑھیں</div>'
    block = f'<div class="block say" id="s"><div class="pair">{sides}</div><p>999</p></div>'
    loose = f'<h2 id="h">Step</h2><div class="pair">{sides}</div>'
    entries = searched_page(f"{block}{loose}", "ur", "en").entries
    assert [(entry.text, entry.beside) for entry in entries] == [
        ("پڑھیں · 999", "Read · 999"),
        ("پڑھیں", "Read"),
    ]
