"""A name in what a document carries beside its pages: attachments, scripts, bookmarks, destinations, labels, links."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import Produced, assert_clean, produced, sheet
from drawn_originals import SECRET, Change, array
from pikepdf import Dictionary, Name, OutlineItem, Pdf, String


def attachment(pdf: Pdf, page: pikepdf.Page) -> None:
    file = pikepdf.AttachedFileSpec(pdf, SECRET.encode(), filename=f"{SECRET}.txt", description=SECRET)
    pdf.attachments["file"] = file


def script(pdf: Pdf, page: pikepdf.Page) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    pdf.Root.OpenAction = action
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=array(String(SECRET), action)))
    page.obj.AA = Dictionary(O=action)


def outline(pdf: Pdf, page: pikepdf.Page) -> None:
    with pdf.open_outline() as tree:
        tree.root.append(OutlineItem(SECRET, 0))


def destination(pdf: Pdf, page: pikepdf.Page) -> None:
    place = array(page.obj, Name.Fit)
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=array(String(SECRET), place)))
    pdf.Root.Dests = Dictionary({"/" + SECRET.replace(" ", ""): place})


def page_label(pdf: Pdf, page: pikepdf.Page) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=array(0, Dictionary(P=String(f"{SECRET} "), S=Name.D)))


def information(pdf: Pdf, page: pikepdf.Page) -> None:
    pdf.docinfo["/Title"] = SECRET
    pdf.docinfo["/Whose"] = SECRET
    with pdf.open_metadata() as xmp:
        xmp["dc:creator"] = [SECRET]


def page_metadata(pdf: Pdf, page: pikepdf.Page) -> None:
    packet = pdf.make_stream(f"<x>{SECRET}</x>".encode())
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    page.obj.Metadata = packet
    page.obj.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET)))
    page.obj.Resources.Font.F1.Metadata = packet


def link(pdf: Pdf, page: pikepdf.Page) -> None:
    uri = Dictionary(S=Name.URI, URI=String("https://example.org/?q=Marisol+Quintanilla"))
    page.obj.Annots = array(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=array(72, 600, 200, 620), A=uri, Contents=String(SECRET))
    )


def thread(pdf: Pdf, page: pikepdf.Page) -> None:
    bead = pdf.make_indirect(Dictionary(P=page.obj, R=array(0, 0, 9, 9)))
    article = pdf.make_indirect(Dictionary(F=bead, I=Dictionary(Title=String(SECRET))))
    bead.T, bead.N, bead.V = article, bead, bead
    pdf.Root.Threads, page.obj.B = array(article), array(bead)


ATTACKS: dict[str, Change] = {
    "attachment": attachment,
    "script": script,
    "outline": outline,
    "destination": destination,
    "page label": page_label,
    "information and xmp": information,
    "metadata of a page and a font": page_metadata,
    "link": link,
    "article thread": thread,
}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    originals = {name: sheet(number, change=change) for number, (name, change) in enumerate(ATTACKS.items())}
    return produced(tmp_path_factory.mktemp("matter"), originals)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_beside_the_pages_is_in_no_copy(copies: dict[str, Produced], attack: str) -> None:
    assert_clean(copies[attack])
