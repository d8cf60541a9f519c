"""Copies that show nothing wrong and carry something along: old revisions, loose objects, bytes, image metadata."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from drawn_copies import NAME, Drawn, copy_page
from PIL import Image

from redactor.verify import FailedCopyError, verify


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path)


def test_bytes_after_the_end_are_found(drawn: Drawn) -> None:
    failed = drawn.with_(bytes_change=lambda data: data + NAME.encode()).failed()
    assert {"one revision", "residue: bytes"} <= failed


@pytest.mark.parametrize("code", ["utf-16-be", "utf-16-le", "hex"])
def test_bytes_after_the_end_are_read_in_every_coding(drawn: Drawn, code: str) -> None:
    hidden = NAME.encode().hex().encode() if code == "hex" else NAME.encode(code)
    assert "residue: bytes" in drawn.with_(bytes_change=lambda data: data + b"\n" + hidden).failed()


def test_bytes_before_the_header_are_found(drawn: Drawn) -> None:
    assert "one revision" in drawn.with_(bytes_change=lambda data: b"junk\n" + data).failed()


def test_a_previous_revision_is_found(drawn: Drawn) -> None:
    def revise(data: bytes) -> bytes:
        start = data.rindex(b"startxref")
        previous = data[start:].split()[1]
        at = len(data)
        update = b"3 0 obj\n<< /Old (x) >>\nendobj\n"
        table = b"xref\n3 1\n%010d 00000 n \n" % at
        trailer = b"trailer << /Size 9 /Root 1 0 R /Prev %s >>\nstartxref\n%d\n%%%%EOF\n" % (previous, at + len(update))
        return data + update + table + trailer

    failed = drawn.with_(bytes_change=revise).failed()
    assert {"one revision", "no leftover objects"} <= failed


def test_an_object_that_no_table_lists_is_found(drawn: Drawn) -> None:
    def slip_in(data: bytes) -> bytes:
        start = data.rindex(b"startxref")
        return data[:start] + b"77 0 obj\n(old text)\nendobj\n" + data[start:]

    assert "no leftover objects" in drawn.with_(bytes_change=slip_in).failed()


def test_an_object_that_nothing_refers_to_is_found(drawn: Drawn) -> None:
    def orphan(data: bytes) -> bytes:
        at = data.index(b"xref\n0 ")
        size = int(data[at:].split()[2])
        loose = b"%d 0 obj\n(old text)\nendobj\n" % size
        head, table = data[:at], data[at:]
        table = table.replace(b"xref\n0 %d" % size, b"xref\n0 %d" % (size + 1), 1)
        table = table.replace(b"trailer", b"%010d 00000 n \ntrailer" % at, 1)
        table = table.replace(b"/Size %d" % size, b"/Size %d" % (size + 1), 1)
        where = table.rindex(b"startxref")
        return head + loose + table[:where] + b"startxref\n%d\n%%%%EOF\n" % (at + len(loose))

    assert drawn.with_(bytes_change=orphan).failed() == {"no leftover objects"}


def test_encryption_is_found(drawn: Drawn) -> None:
    copy, flattened = drawn.files()
    with pikepdf.open(copy.path, allow_overwriting_input=True) as pdf:
        pdf.save(copy.path, encryption=pikepdf.Encryption(owner="o", user=""))
    with pytest.raises(FailedCopyError, match="only what shows pages"):
        verify(copy, flattened, drawn.values, ())


def jpeg(*, comment: bytes = b"", exif: bool = False) -> bytes:
    file = io.BytesIO()
    picture = Image.new("RGB", (16, 16), "white")
    tags = Image.Exif()
    tags[0x010E] = "taken on a day"
    picture.save(
        file, "JPEG", **({"exif": tags.tobytes()} if exif else {}), **({"comment": comment} if comment else {})
    )
    return file.getvalue()


def with_image(drawn: Drawn, data: bytes) -> set[str]:
    def add(pdf: pikepdf.Pdf) -> None:
        image = pikepdf.Stream(pdf, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height, image.BitsPerComponent = 16, 16, 8
        image.ColorSpace, image.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X1=pdf.make_indirect(image))

    return drawn.with_(change=add).failed()


def test_a_plain_jpeg_passes(drawn: Drawn) -> None:
    assert with_image(drawn, jpeg()) == set()


@pytest.mark.parametrize(
    "data", [jpeg(exif=True), jpeg(comment=b"scanned"), jpeg() + b"more", jpeg() + jpeg()],
    ids=["exif", "comment", "bytes after the end", "a second picture"],
)  # fmt: skip
def test_a_jpeg_with_more_than_pixels_is_found(drawn: Drawn, data: bytes) -> None:
    assert with_image(drawn, data) == {"images hold pixels only"}


@pytest.mark.parametrize("key", ["/OpenAction", "/AA", "/Lang", "/Extensions", "/OCProperties", "/ViewerPreferences"])
def test_the_catalog_is_an_allow_list(drawn: Drawn, key: str) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = pikepdf.Dictionary()

    assert drawn.with_(change=add).failed() == {"only what shows pages"}


@pytest.mark.parametrize("key", ["/Thumb", "/Annots", "/StructParents", "/TrimBox", "/Quintanilla"])
def test_a_page_is_an_allow_list_and_its_unknown_keys_are_not_repeated(drawn: Drawn, key: str) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[key] = pikepdf.Array([0, 0, 1, 1])

    checks = drawn.with_(change=add).checks()
    assert "only what shows pages" in {each.name for each in checks if not each.passed}
    assert "Quintanilla" not in repr(checks)


def test_a_file_that_is_no_pdf_fails_and_is_not_passed_over(drawn: Drawn) -> None:
    failed = drawn.with_(bytes_change=lambda data: b"not a PDF").failed()
    assert {"opens with pikepdf", "opens with pdfium", "residue: pypdf"} <= failed


def test_the_page_contents_may_stand_in_an_array(drawn: Drawn) -> None:
    def split(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pikepdf.Array([pdf.make_stream(b"q\n"), page.Contents, pdf.make_stream(b"Q\n")])

    assert drawn.with_(copies=(copy_page(),), change=split).failed() == set()


def test_keys_of_trailer_and_catalog_that_nobody_knows_are_not_repeated(drawn: Drawn) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.trailer["/Quintanilla"] = pikepdf.Dictionary()
        pdf.Root["/Quintanilla"] = pikepdf.Dictionary()

    checks = drawn.with_(change=add).checks()
    assert {"only what shows pages", "residue: objects"} <= {each.name for each in checks if not each.passed}
    assert "Quintanilla" not in repr(checks)
