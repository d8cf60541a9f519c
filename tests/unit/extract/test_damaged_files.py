"""A file that cannot be read whole is refused: "could not look" never becomes "nothing found"."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from drawn_originals import drawn, original_of, read, words
from PIL import Image

from redactor.errors import PasswordRequiredError, UnreadableDocumentError, UnreadablePageError
from redactor.extract import extract

PAGE = words(72, 72, "The van left at noon.")


def encrypted(user: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn(PAGE))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="owner", user=user))
    return buffer.getvalue()


def test_a_file_encrypted_with_the_empty_password_is_read(tmp_path: Path) -> None:
    document = read(encrypted(""), tmp_path)
    assert document.passage("p1").text == "The van left at noon.\n"
    with pikepdf.open(document.flattened) as flattened:
        assert not flattened.is_encrypted


def test_a_file_whose_password_nobody_gave_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PasswordRequiredError):
        read(encrypted("open sesame"), tmp_path)


def test_a_file_that_lost_only_its_tables_is_repaired(tmp_path: Path) -> None:
    data = drawn(PAGE)
    document = read(data[: data.rindex(b"xref\n")], tmp_path)
    assert document.passage("p1").text == "The van left at noon.\n"


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7])
def test_a_file_that_lost_content_is_refused_and_not_read_as_blank(share: float, tmp_path: Path) -> None:
    data = drawn(*(PAGE + words(72, 100 + n, f"Line {n} of the report.") for n in range(8)))
    with pytest.raises(UnreadableDocumentError):
        read(data[: int(len(data) * share)], tmp_path)


def test_a_file_that_lost_a_page_is_refused(tmp_path: Path) -> None:
    data = drawn(PAGE, PAGE, PAGE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        lost = pdf.pages[1].obj.objgen[0]
    with pytest.raises(UnreadableDocumentError):
        read(data.replace(b"\n%d 0 obj\n" % lost, b"\n%d 0 obx\n" % lost), tmp_path)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\nnothing of the kind\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError):
        read(data, tmp_path)


def test_a_pdf_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError, match="no pages"):
        read(drawn(), tmp_path)


def test_a_refusal_never_quotes_the_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(b"%PDF-1.7\nMarisol Quintanilla", tmp_path, name="Quintanilla.pdf")
    assert "Quintanilla" not in str(caught.value)


def test_nothing_is_left_in_the_cache_by_a_refused_file(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    original = original_of(drawn(b"0 G 10 10 m 300 10 l S"), tmp_path)
    with pytest.raises(UnreadablePageError):
        extract(original, cache)
    assert list(cache.iterdir()) == []


def test_every_frame_of_a_tiff_is_a_page_that_wants_ocr(tmp_path: Path) -> None:
    frames = [Image.effect_noise((200, 280), 90).convert("1") for _ in range(3)]
    buffer = io.BytesIO()
    frames[0].save(buffer, format="TIFF", save_all=True, append_images=frames[1:])
    with pytest.raises(UnreadablePageError, match="page 1, 2, 3 of 3"):
        read(buffer.getvalue(), tmp_path, media_type="image/tiff")


def test_an_image_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError):
        read(b"II*\x00broken", tmp_path, media_type="image/tiff")
