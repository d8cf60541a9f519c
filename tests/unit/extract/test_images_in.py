"""Productions of images: every frame becomes a page of its own size, upright, and is read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pymupdf
import pytest
from drawn_originals import drawn, read, words
from PIL import Image
from PIL.TiffImagePlugin import AppendingTiffWriter
from scans import grey_of

from redactor.model import Document

SAYS = "Officer Halloway signed the warrant at noon."


def sheet(dpi: int = 200) -> Image.Image:
    return Image.fromarray(grey_of(drawn(words(72, 100, SAYS, size=14)), dpi=dpi))


def tiff(frames: Sequence[tuple[Image.Image, str, tuple[float, float], int]]) -> bytes:
    """Frames with their compression, resolution and orientation (TIFF 6.0, tag 274)."""
    buffer = io.BytesIO()
    with AppendingTiffWriter(buffer, new=True) as writer:
        for picture, compression, dpi, orientation in frames:
            picture.save(writer, "TIFF", compression=compression, dpi=dpi, tiffinfo={274: orientation})
            writer.newFrame()
        return buffer.getvalue()


def text_of(document: Document, page: int) -> str:
    return document.passage(f"p{page}").text


def test_every_frame_of_a_tiff_has_its_own_compression_resolution_and_orientation(tmp_path: Path) -> None:
    letter = sheet()
    fax = letter.convert("1", dither=Image.Dither.NONE).resize((letter.width, letter.height // 2))
    lying = letter.rotate(90, expand=True)
    content = tiff(
        [(fax, "group4", (200, 100), 1), (letter, "tiff_lzw", (200, 200), 1), (lying, "jpeg", (200, 200), 6)]
    )
    document = read(content, tmp_path, media_type="image/tiff")
    assert [(round(page.width), round(page.height)) for page in document.pages] == [(612, 792)] * 3
    assert [SAYS in text_of(document, page) for page in (1, 2, 3)] == [True] * 3


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_an_image_with_an_exif_orientation_is_shown_upright(kind: str, media_type: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274] = 8
    buffer = io.BytesIO()
    sheet(150).rotate(-90, expand=True).save(buffer, kind, dpi=(150, 150), exif=exif.tobytes())
    document = read(buffer.getvalue(), tmp_path, media_type=media_type)
    assert (round(document.pages[0].width), round(document.pages[0].height)) == (612, 792)
    assert SAYS in text_of(document, 1)
    with pymupdf.open(document.flattened) as flat:
        assert len(flat[0].get_images()) == 1


def test_what_is_transparent_is_paper_and_not_ink(tmp_path: Path) -> None:
    ink = sheet(150)
    clear = Image.new("RGBA", ink.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=ink.point(lambda level: 255 - level))
    buffer = io.BytesIO()
    clear.save(buffer, "PNG", dpi=(150, 150))
    assert SAYS in text_of(read(buffer.getvalue(), tmp_path, media_type="image/png"), 1)
