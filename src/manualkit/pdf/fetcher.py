"""What a PDF may read: the edition's folder, the print templates and small data addresses."""

import base64
import binascii
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from manualkit.pdf.pictures import picture_fault

MOST_FILE_BYTES = 5_000_000
MOST_DATA_BYTES = 100_000


class ProjectFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
    """Fetches files below some folders, and nothing else.

    WeasyPrint's own fetcher follows `file://` and `http://` alike, and an attachment embeds what
    it is pointed at. A refusal has to be fatal: other exceptions are swallowed.
    https://doc.courtbouillon.org/weasyprint/v70.0/first_steps.html#url-fetchers
    """

    def __init__(self, folders: Iterable[Path]) -> None:
        super().__init__(
            allowed_protocols=("file", "data"), allow_redirects=False, fail_on_errors=True
        )
        self._folders = tuple(folder.resolve() for folder in folders)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return what stands at `url`.

        Raises:
            FatalURLFetchingError: it may not be read, or it is a picture with a fault.
        """
        fault = self._fault(url)
        if fault:
            raise FatalURLFetchingError(f"{_short(url)}: {fault}")
        return super().fetch(url, headers)

    def _fault(self, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme == "data":
            return _data_fault(url)
        if parts.scheme != "file" or parts.netloc not in {"", "localhost"}:
            return "only files of the project may be read"
        return self._file_fault(Path(url2pathname(parts.path)))

    def _file_fault(self, file: Path) -> str:
        path = file.resolve()
        if not any(path.is_relative_to(folder) for folder in self._folders):
            return "it lies outside the edition and the print templates"
        if not path.is_file():
            return "there is no such file"
        if path.stat().st_size > MOST_FILE_BYTES:
            return f"it is larger than {MOST_FILE_BYTES} bytes"
        return "" if path.suffix == ".css" else picture_fault(path.read_bytes())


def _data_fault(url: str) -> str:
    if len(url) > MOST_DATA_BYTES:
        return f"it is longer than {MOST_DATA_BYTES} characters"
    head, _, payload = url.removeprefix("data:").partition(",")
    if not head.startswith("image/"):
        return "it is not a picture"
    content = unquote_to_bytes(payload)
    if head.endswith(";base64"):
        try:
            content = base64.b64decode(content, validate=True)
        except binascii.Error:
            return "its base64 is broken"
    return picture_fault(content)


def _short(url: str) -> str:
    longest = 120
    return url if len(url) <= longest else f"{url[:longest]}…"
