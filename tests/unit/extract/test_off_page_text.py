"""Text that no page shows becomes a passage of its own, so that whoever it names is found everywhere else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from drawn_originals import SECRET, array, drawn, read, words
from pikepdf import Dictionary, Name, Pdf, String

PAGE = words(72, 72, "Nothing to see on the page.")
Hide = Callable[[Pdf, pikepdf.Page], None]


def field(**keys: object) -> Hide:
    def hide(pdf: Pdf, page: pikepdf.Page) -> None:
        entry = pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("Beneficiary_Name"), F=2,
                Rect=array(0, 0, 0, 0), **keys,
            )
        )  # fmt: skip
        page.obj.Annots = array(entry)
        pdf.Root.AcroForm = Dictionary(Fields=array(entry))

    return hide


def annotation(**keys: object) -> Hide:
    def hide(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Annots = array(pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=array(0, 0, 1, 1), **keys)))

    return hide


def catalog(build: Callable[[Pdf], dict[str, object]]) -> Hide:
    def hide(pdf: Pdf, _: pikepdf.Page) -> None:
        for key, value in build(pdf).items():
            pdf.Root["/" + key] = value

    return hide


def _information(pdf: Pdf, _: pikepdf.Page) -> None:
    pdf.docinfo["/Title"] = SECRET


def _outline(pdf: Pdf, _: pikepdf.Page) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Chapter", 0))
        outline.root[0].children.append(pikepdf.OutlineItem(f"Interview of {SECRET}", 0))


def _attachment(name: str, content: bytes) -> Hide:
    def hide(pdf: Pdf, _: pikepdf.Page) -> None:
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)

    return hide


def _pinned(pdf: Pdf, page: pikepdf.Page) -> None:
    file = pikepdf.AttachedFileSpec(pdf, f"Statement of {SECRET}".encode(), filename="s.txt").obj
    annotation(Subtype=Name.FileAttachment, FS=file)(pdf, page)


def _xfa(pdf: Pdf) -> dict[str, object]:
    data = (
        '<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><form><FamilyName>'
        f"{SECRET}</FamilyName></form></xfa:data></xfa:datasets>"
    )
    return {"AcroForm": Dictionary(Fields=array(), XFA=array(String("datasets"), pdf.make_stream(data.encode())))}


def _xmp(body: str) -> Callable[[Pdf], dict[str, object]]:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        f"{body}</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    return lambda pdf: {"Metadata": pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)}


def _layer(pdf: Pdf) -> dict[str, object]:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"Notes on {SECRET}")))
    return {"OCProperties": Dictionary(OCGs=array(group), D=Dictionary())}


def _structure(key: str) -> Callable[[Pdf], dict[str, object]]:
    def build(pdf: Pdf) -> dict[str, object]:
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, **{key: String(SECRET)}))
        return {"StructTreeRoot": pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=array(element)))}

    return build


def _destinations(pdf: Pdf) -> dict[str, object]:
    leaf = Dictionary(Names=array(String(SECRET), array(pdf.pages[0].obj, Name.Fit)))
    return {"Names": Dictionary(Dests=Dictionary(Kids=array(pdf.make_indirect(leaf))))}


def _old_destinations(pdf: Pdf) -> dict[str, object]:
    return {"Dests": Dictionary({f"/{SECRET.split()[1]}": array(pdf.pages[0].obj, Name.Fit)})}


def _script(pdf: Pdf) -> dict[str, object]:
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    return {"Names": Dictionary(JavaScript=Dictionary(Names=array(String("x"), action)))}


def _script_in_a_stream(pdf: Pdf) -> dict[str, object]:
    return {"OpenAction": Dictionary(S=Name.JavaScript, JS=pdf.make_stream(f"app.alert('{SECRET}')".encode()))}


def _signature(pdf: Pdf, page: pikepdf.Page) -> None:
    field(V=Dictionary(Type=Name.Sig, Name=String(SECRET), Reason=String("Approved")))(pdf, page)
    page.obj.Annots[0].FT = Name.Sig


def _vendor(pdf: Pdf, page: pikepdf.Page) -> None:
    page.obj.PieceInfo = Dictionary(Vendor=Dictionary(Private=Dictionary(Author=String(SECRET))))


HIDING_PLACES: dict[str, tuple[str, Hide]] = {
    "a hidden field's value": ("field:Beneficiary_Name", field(V=String(SECRET))),
    "a field's default value": ("field:Beneficiary_Name", field(DV=String(SECRET))),
    "a field's rich text": ("field:Beneficiary_Name", field(RV=String(f"<p>{SECRET}</p>"))),
    "a field's tooltip": ("field:Beneficiary_Name", field(TU=String(f"Name of {SECRET}"))),
    "a field's mapping name": ("field:Beneficiary_Name", field(TM=String(SECRET))),
    "the choices of a list": ("field:Beneficiary_Name", field(Opt=array(String("None"), String(SECRET)))),
    "the data of an XFA form": ("xfa:FamilyName", catalog(_xfa)),
    "an annotation's text": ("annot:p1/1", annotation(Subtype=Name.Text, Contents=String(f"Ask {SECRET}"))),
    "an annotation's author": ("annot:p1/1", annotation(Subtype=Name.Highlight, T=String(SECRET))),
    "an annotation's subject": ("annot:p1/1", annotation(Subtype=Name.Stamp, Subj=String(SECRET))),
    "an annotation's rich text": ("annot:p1/1", annotation(Subtype=Name.FreeText, RC=String(SECRET), F=2)),
    "a link": ("link:p1/1", annotation(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"x?{SECRET}")))),
    "a link's description": ("link:p1/1", annotation(Subtype=Name.Link, Contents=String(SECRET))),
    "the document's information": ("meta:Title", _information),
    "an XMP element": ("xmp", catalog(_xmp(f"><pdf:Keywords>{SECRET}</pdf:Keywords>"))),
    "an XMP attribute": ("xmp", catalog(_xmp(f' pdf:Keywords="{SECRET}">'))),
    "a bookmark": ("outline~2", _outline),
    "an attachment's name": ("attachment~2", _attachment(f"{SECRET}.bin", b"\0")),
    "an attachment's text": ("attachment~3", _attachment("a.txt", f"Statement of {SECRET}".encode())),
    "a file pinned to a page": ("attachment~2", _pinned),
    "a page label": (
        "label",
        catalog(lambda _: {"PageLabels": Dictionary(Nums=array(0, Dictionary(P=String(SECRET))))}),
    ),
    "a named destination": ("destination", catalog(_destinations)),
    "a destination of the old kind": ("destination", catalog(_old_destinations)),
    "actual text in the structure": ("structure", catalog(_structure("ActualText"))),
    "alternate text in the structure": ("structure", catalog(_structure("Alt"))),
    "a layer's name": ("layer", catalog(_layer)),
    "a script": ("key:JS", catalog(_script)),
    "a script in a stream": ("key:JS", catalog(_script_in_a_stream)),
    "a signature's name": ("key:Name", _signature),
    "a vendor's private key": ("key:Author", _vendor),
}


@pytest.mark.parametrize(("address", "hide"), HIDING_PLACES.values(), ids=HIDING_PLACES.keys())
def test_text_off_the_page_has_a_passage_and_stays_off_the_flattened_page(
    address: str, hide: Hide, tmp_path: Path
) -> None:
    document = read(drawn(PAGE, change=hide), tmp_path)
    assert SECRET.split()[1] in document.passage(address).text
    assert document.passage(address).page is None
    assert document.passage(address).words == ()
    assert SECRET.split()[1].encode() not in document.flattened.read_bytes()


def test_the_files_own_name_is_a_passage(tmp_path: Path) -> None:
    document = read(drawn(PAGE), tmp_path, name="Quintanilla interview.pdf")
    assert document.passage("name").text == "Quintanilla interview.pdf"


def test_text_that_marked_content_says_of_itself_is_a_passage(tmp_path: Path) -> None:
    content = f"/Span <</ActualText ({SECRET})>> BDC\n".encode() + PAGE + b"EMC\n"
    document = read(drawn(content), tmp_path)
    assert document.passage("structure:p1").text == SECRET
    assert document.passage("p1").text == "Nothing to see on the page.\n"


def test_a_value_has_its_fields_label_before_it(tmp_path: Path) -> None:
    document = read(drawn(PAGE, change=field(V=String(SECRET))), tmp_path)
    assert document.passage("field:Beneficiary_Name").text == f"Beneficiary Name: {SECRET}"


def test_a_field_that_shows_is_drawn_into_its_page(tmp_path: Path) -> None:
    def show(pdf: Pdf, page: pikepdf.Page) -> None:
        field(V=String("Orchard Street"), DA=String("/F1 12 Tf 0 g"))(pdf, page)
        page.obj.Annots[0].Rect, page.obj.Annots[0].F = array(72, 600, 300, 620), 4
        pdf.Root.AcroForm.DR = page.obj.Resources

    document = read(drawn(PAGE, change=show), tmp_path)
    assert "Orchard Street" in document.passage("p1").text
    with pikepdf.open(document.flattened) as flattened:
        assert "/AcroForm" not in flattened.Root
        assert "/Annots" not in flattened.pages[0].obj


def test_numbers_that_identify_the_file_are_not_text(tmp_path: Path) -> None:
    document = read(drawn(PAGE), tmp_path)
    assert [passage.address for passage in document.passages] == ["name", "p1"]
