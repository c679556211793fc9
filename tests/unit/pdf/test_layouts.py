"""Pages that have a shape of their own on paper: nothing is lost, and copies have no ids."""

import pytest
from lxml import html

from manualkit.model.page import PageKind
from manualkit.pdf import SheetKind
from manualkit.pdf.layouts import laid_out

CARD = """<article class="page" id="c"><h1>Card</h1>
<div class="block pocket-card" id="c--front"><p>Numbers</p></div>
<div class="block pocket-card" id="c--back"><p>My language</p></div></article>"""
STORY = """<article class="page"><h1>A walk</h1><p>What it is about.</p>
<div class="block scene" id="one"><p class="block-label">Story</p>
<figure class="picture"><img src="a.svg" alt="A path."><figcaption class="picture-number"
lang="en">Picture 1</figcaption></figure><p>Ana walks.</p></div>
<div class="block scene" id="two"><p class="block-label">Story</p><p>Nobody drew this.</p></div>
<div class="block scene" id="three"><p class="block-label">Story</p>
<figure class="picture"><img src="b.svg" alt="A well."><figcaption class="picture-number">Picture
3</figcaption></figure><p>Ana rests.</p></div></article>"""


def on_paper(body: str) -> html.HtmlElement:
    return html.fromstring(body)


def poster(rows: int) -> str:
    steps = "".join(
        f'<h2 id="s{n}" data-step="{n}">Step {n}</h2><p>Words {n}</p>'
        f'<div class="block picture"><figure><img src="{n}.svg" alt="x"></figure></div>'
        for n in range(1, rows + 1)
    )
    return f'<article class="page"><h1>Steps</h1><p>All of them</p>{steps}</article>'


def test_four_cards_of_two_faces_stand_on_a_sheet() -> None:
    tree = on_paper(laid_out(CARD, PageKind.CRISIS_CARD, SheetKind.CRISIS_CARD))
    wallets = tree.find_class("wallet")
    assert [len(row) for row in tree.find_class("wallet-row")] == [2, 2]
    assert [[face.text_content().strip() for face in wallet] for wallet in wallets] == [
        ["Numbers", "My language"]
    ] * 4
    assert sorted(tree.xpath("//@id")) == ["c", "c--back", "c--front"]


def test_a_card_keeps_its_shape_among_other_sheets() -> None:
    alone = laid_out(CARD, PageKind.CRISIS_CARD, SheetKind.CRISIS_CARD)
    assert laid_out(CARD, PageKind.CRISIS_CARD, SheetKind.MANUAL) == alone


def test_each_picture_has_a_front_and_a_back() -> None:
    tree = on_paper(laid_out(STORY, PageKind.CASE_STUDY, SheetKind.PICTURE_CARDS))
    assert [child.get("class") for child in tree] == ["card-front", "card-back"] * 2
    fronts, backs = tree.find_class("card-front"), tree.find_class("card-back")
    assert [front.xpath(".//img/@src") for front in fronts] == [["a.svg"], ["b.svg"]]
    told = [" ".join(" ".join(back.itertext()).split()) for back in backs]
    assert told == ["Picture 1 A walk Story Ana walks.", "Picture 3 Story Ana rests."]
    assert backs[0][0].get("lang") == "en"
    assert not tree.xpath("//div[@class='card-back']//img")


def test_a_story_as_such_stays_as_it_is() -> None:
    assert laid_out(STORY, PageKind.CASE_STUDY, SheetKind.CASE_STUDY) == STORY


@pytest.mark.parametrize(("rows", "above"), [(7, 3), (4, 2), (1, 0)])
def test_the_rows_of_a_poster_fall_into_two_sheets(rows: int, above: int) -> None:
    tree = on_paper(laid_out(poster(rows), PageKind.POSTER, SheetKind.POSTER))
    first, second = tree.find_class("tile")
    assert len(first.find_class("poster-row")) == above
    assert len(second.find_class("poster-row")) == rows - above
    assert first[0].text_content() == "Steps"
    for number, row in enumerate(tree.find_class("poster-row"), 1):
        assert list(row.itertext()) == [str(number), f" Step {number}", f"Words {number}"]
        assert row.xpath(".//img/@src") == [f"{number}.svg"]
