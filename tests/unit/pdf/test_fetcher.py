"""What a PDF may read."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from manualkit.model.manifest import Manifest
from manualkit.pdf.document import Markup

if TYPE_CHECKING:
    from manualkit.pdf.render import Press

pytestmark = pytest.mark.pdf
Project = tuple[Path, Manifest]
SVG = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a sound picture, beside a secret that a link in it points at."""
    inside = tmp_path / "inside"
    inside.mkdir()
    sound = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    (inside / "sound.svg").write_text(sound, encoding="utf-8")
    (tmp_path / "secret.svg").write_text(sound, encoding="utf-8")
    (inside / "link.svg").symlink_to(tmp_path / "secret.svg")
    (inside / "words.txt").write_text("SECRET", encoding="utf-8")
    (inside / "large.svg").write_bytes(b" " * 5_000_001)
    return inside


def test_a_picture_of_the_folder_is_read(folder: Path) -> None:
    from manualkit.pdf.fetcher import ProjectFetcher  # noqa: PLC0415  (loads WeasyPrint)

    url = (folder / "sound.svg").as_uri()
    assert b"<svg" in ProjectFetcher([folder]).fetch(url).read()
    assert b"<svg" in ProjectFetcher([folder]).fetch(SVG).read()


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("file:///etc/passwd", id="outside"),
        pytest.param("{folder}/../secret.svg", id="traversal"),
        pytest.param("{folder}/%2e%2e/secret.svg", id="escaped-traversal"),
        pytest.param("{folder}/link.svg", id="symbolic-link"),
        pytest.param("{folder}/words.txt", id="no-picture"),
        pytest.param("{folder}/large.svg", id="large-file"),
        pytest.param("{folder}/missing.svg", id="missing"),
        pytest.param("file://elsewhere/x.svg", id="other-host"),
        pytest.param("http://127.0.0.1:9/x.png", id="http"),
        pytest.param("https://example.org/x.png", id="https"),
        pytest.param("ftp://example.org/x.png", id="ftp"),
        pytest.param("data:text/html,<script>", id="data-html"),
        pytest.param("data:image/png;base64,!!", id="data-broken"),
        pytest.param(f"data:image/svg+xml,{'x' * 100_001}", id="data-large"),
    ],
)
def test_everything_else_is_refused(folder: Path, url: str) -> None:
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415

    from manualkit.pdf.fetcher import ProjectFetcher  # noqa: PLC0415

    with pytest.raises(FatalURLFetchingError):
        ProjectFetcher([folder]).fetch(url.replace("{folder}", folder.as_uri()))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<img src="file:///etc/hostname" alt="x">', id="picture"),
        pytest.param('<img src="http://127.0.0.1:9/x.png" alt="x">', id="web"),
        pytest.param('<link rel="attachment" href="file:///etc/hostname">', id="attachment"),
        pytest.param("<style>@import url(file:///etc/hostname);</style>", id="style-sheet"),
    ],
)
def test_a_refusal_stops_the_pdf(
    make_press: Callable[..., "Press"], document: Callable[..., Markup], body: str
) -> None:
    rendered = make_press().render(document(f"<p>Hello</p>{body}"), "sample", {})
    assert [fault.code for fault in rendered.faults] == ["pdf-refused-file"]
    assert rendered.content == b""
