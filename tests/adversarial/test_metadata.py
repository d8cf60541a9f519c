"""Words in metadata: of the document, of pages, images, fonts, and in keys that only a vendor knows."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced, sheet
from drawn_originals import array, picture
from hiding import Attack, Hide, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf, Stream, String


def information(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.docinfo["/Title"] = text
    pdf.docinfo["/Whose"] = text
    with pdf.open_metadata() as xmp:
        xmp["dc:creator"] = [text]


def packet(pdf: Pdf, text: str) -> Stream:
    made = pdf.make_stream(f"<x>{text}</x>".encode())
    made.Type, made.Subtype = Name.Metadata, Name.XML
    return made


def xmp_in_utf_16(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    made = pdf.make_stream(f"<x>{text}</x>".encode("utf-16"))
    made.Type, made.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = made


def of_parts(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Of the page, its font and an image that it shows."""
    image = picture(pdf, bytes([220]) * 4, 2, 2)
    page.obj.Resources.XObject = Dictionary(X1=image)
    page.obj.Contents = array(page.obj.Contents, pdf.make_stream(b"q 9 0 0 9 300 300 cm /X1 Do Q\n"))
    for thing in (page.obj, page.obj.Resources, page.obj.Resources.Font.F1, image):
        thing.Metadata = packet(pdf, text)
        thing.PieceInfo = Dictionary(App=Dictionary(Private=String(text), LastModified=String("D:2020")))


def vendor_keys(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Keys that no standard knows, in every kind of object and in the trailer."""
    hidden = pdf.make_indirect(Dictionary(Deep=array(Dictionary(Er=String(text)))))
    things = (pdf.Root, pdf.Root.Pages, page.obj, page.obj.Resources, page.obj.Resources.Font.F1, page.obj.Contents)
    for thing in things:
        thing["/XYZ_Data"] = hidden
        thing["/XYZ_Text"] = String(text)
        thing["/" + text.replace(" ", "")] = 1
    pdf.trailer["/XYZ_Data"] = hidden


def output_intent(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    profile = pdf.make_stream(b"desc" + text.encode())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String(text), Info=String(text),
        RegistryName=String(text), DestOutputProfile=profile,
    )  # fmt: skip
    pdf.Root.OutputIntents = array(intent)


def spider(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """What a web capture keeps, and the catalog's remaining texts (ISO 32000-1, 14.10 and table 28)."""
    pdf.Root.SpiderInfo = Dictionary(V=1.0, C=array(Dictionary(URL=String(text))))
    pdf.Root.Names = Dictionary(IDS=Dictionary(Names=array(String(text), Dictionary(T=String(text)))))
    pdf.Root.Lang = String(text)
    pdf.Root.Legal = Dictionary(Attestation=String(text))
    pdf.Root.Requirements = array(Dictionary(S=Name.EnableJavaScripts, RH=array(Dictionary(Script=String(text)))))
    page.obj.ID = String(text)


def state_and_form(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Names and comments in a graphics state, a form and a pattern that the page uses."""
    resources = page.obj.Resources
    form = pdf.make_stream(b"0.9 g 300 300 9 9 re f\n")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    form.Name, form.Ref = Name("/" + text.replace(" ", "")), Dictionary(F=String(text), Page=0)
    form.Measure, form.PtData = Dictionary(R=String(text)), Dictionary(Names=array(String(text)))
    form.OPI = Dictionary({"/1.3": Dictionary(F=String(text), Comments=String(text))})
    resources.XObject = Dictionary(X1=form)
    resources.ExtGState = Dictionary(G1=Dictionary(LW=1, Name=String(text), HT=Dictionary(HalftoneName=String(text))))
    resources.ProcSet = array(Name.PDF, Name("/" + text.replace(" ", "")))
    page.obj.Contents = array(page.obj.Contents, pdf.make_stream(b"/G1 gs /X1 Do\n"))


HIDES: dict[str, Hide] = {
    "information and xmp": information,
    "xmp in utf-16": xmp_in_utf_16,
    "metadata of page, font and image": of_parts,
    "vendor keys": vendor_keys,
    "output intent": output_intent,
    "web capture, language, attestation": spider,
    "keys of states and forms": state_and_form,
}


def identified(number: int, text: str) -> bytes:
    """The words are the file's identifier."""
    data = sheet(number)
    return re.sub(rb"/ID ?\[.*?\]", f"/ID [({text})({text})]".encode(), data)


ATTACKS: dict[str, Attack] = {name: beside(hide, fools=name != "xmp in utf-16") for name, hide in HIDES.items()} | {
    "file identifier": Attack(identified, fools=False)
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_metadata_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_metadata_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_metadata(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
