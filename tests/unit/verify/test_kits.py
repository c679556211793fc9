"""What the page of the kits promises is what the verifier asks their PDFs for."""

from manualkit.verify.kits import kits_on

PAGE = """<h1 id="top">Kits</h1>
<h2 id="kit-day">A day</h2><p>For <a href="../about/">all</a>.</p>
<table><tbody>
<tr><td><a href="../safety/safety/">Safety</a></td><td>1</td></tr>
<tr><td><a href="../handouts/card/">Card</a></td><td>۱۲</td></tr>
</tbody></table>
<h2 id="kit-pack">A pack</h2>
<table><tr><td><a href="../contacts/index.html">Contacts</a></td><td>2</td></tr></table>"""


def test_every_sheet_counts_as_often_as_it_is_copied() -> None:
    assert kits_on(PAGE) == {
        "kit-day.pdf": [("safety/safety", 1), ("handouts/card", 12)],
        "kit-pack.pdf": [("contacts", 2)],
    }


def test_without_the_page_there_are_none() -> None:
    assert kits_on("") == {}
