"""Words in files attached to a document, to a page or to an object, and in portfolios."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, drawn, words
from hiding import Attack, Hide, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import AttachedFileSpec, Dictionary, Name, Pdf, String

RECT = (72, 600, 300, 620)


def file_of(pdf: Pdf, text: str) -> pikepdf.Object:
    return AttachedFileSpec(pdf, text.encode(), filename=f"{text}.txt", description=text).obj


def attachment(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.attachments["file"] = AttachedFileSpec(pdf, text.encode(), filename=f"{text}.txt", description=text)


def attached_pdf(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    whole = drawn(words(72, 72, f"The unredacted memorandum about {text}."))
    pdf.attachments[text] = AttachedFileSpec(pdf, whole, filename="memo.pdf")


def pinned(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Annots = array(
        Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=array(*RECT), FS=file_of(pdf, text))
    )


def portfolio(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    attachment(pdf, page, text)
    column = Dictionary(Subtype=Name.S, N=String(text))
    pdf.Root.Collection = Dictionary(Type=Name.Collection, Schema=Dictionary(A=column), D=String(text))


def associated(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Associated files of the catalog, the page and a font (ISO 32000-2, 14.13)."""
    for thing in (pdf.Root, page.obj, page.obj.Resources.Font.F1):
        thing.AF = array(file_of(pdf, text))


def rich_media(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    assets = Dictionary(Names=array(String(f"{text}.swf"), file_of(pdf, text)))
    content = Dictionary(Assets=assets, Configurations=array(Dictionary(Name=String(text))))
    page.obj.Annots = array(
        Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=array(*RECT), RichMediaContent=content, F=4)
    )


def drawing_in_space(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    solid = pdf.make_stream(text.encode())
    solid.Type, solid.Subtype = Name("/3D"), Name.U3D
    solid.VA = array(Dictionary(XN=String(text), IN=String(text)))
    made = Dictionary(Type=Name.Annot, Subtype=Name("/3D"), Rect=array(*RECT), F=4)
    made["/3DD"] = solid
    page.obj.Annots = array(made)


HIDES: dict[str, Hide] = {
    "attachment": attachment,
    "attached pdf": attached_pdf,
    "pinned to the page": pinned,
    "portfolio": portfolio,
    "associated files": associated,
    "rich media": rich_media,
    "drawing in space": drawing_in_space,
}
ATTACKS: dict[str, Attack] = {name: beside(hide) for name, hide in HIDES.items()}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_an_attachment_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_an_attachment_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_an_attachment(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
