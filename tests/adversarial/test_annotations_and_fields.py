"""A name in notes and form fields, shown or not: what shows is redacted on the page, what does not show is gone."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import Produced, assert_clean, produced, sheet
from drawn_originals import SECRET, Change, array
from pikepdf import Dictionary, Name, Pdf, String

RECT = (72, 600, 300, 620)


def appearance(pdf: Pdf, text: str) -> pikepdf.Stream:
    form = pdf.make_stream(f"BT /F1 11 Tf 2 5 Td ({text}) Tj ET".encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 228, 20)
    form.Resources = Dictionary(Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1))
    return form


def annotation(kind: str, *, shown: bool, **more: object) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=array(*RECT), Contents=String(SECRET), F=4)
        for key, value in more.items():
            note[f"/{key}"] = String(value) if isinstance(value, str) else value
        if shown:
            note.AP = Dictionary(N=appearance(pdf, SECRET))
        page.obj.Annots = array(pdf.make_indirect(note))

    return change


def popup(pdf: Pdf, page: pikepdf.Page) -> None:
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=array(*RECT), Contents=String("See")))
    window = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=array(*RECT), Parent=note, Contents=String(SECRET))
    )
    note.Popup = window
    page.obj.Annots = array(note, window)


def field(*, flags: int = 4, shown: str = "", **more: object) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        widget = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, Rect=array(*RECT), F=flags, P=page.obj,
            T=String("Name of applicant"), DA=String("/F1 11 Tf 0 g"),
        )  # fmt: skip
        for key, value in more.items():
            widget[f"/{key}"] = String(value) if isinstance(value, str) else value
        if shown:
            widget.AP = Dictionary(N=appearance(pdf, shown))
        widget = pdf.make_indirect(widget)
        page.obj.Annots = array(widget)
        fonts = Dictionary(Font=Dictionary(F1=page.obj.Resources.Font.F1))
        pdf.Root.AcroForm = Dictionary(Fields=array(widget), DR=fonts, DA=String("/F1 11 Tf 0 g"))

    return change


def xfa(pdf: Pdf, page: pikepdf.Page) -> None:
    field(V="See below", shown="See below")(pdf, page)
    packet = f"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><name>{SECRET}</name></xdp:xdp>"
    pdf.Root.AcroForm.XFA = pdf.make_stream(packet.encode())


ATTACKS: dict[str, Change] = {
    "note": annotation("Text", shown=False),
    "note by its author": annotation("Text", shown=False, T=SECRET, Subj=SECRET),
    "rich text of a note": annotation("Text", shown=False, RC=f"<body><p>{SECRET}</p></body>"),
    "stamp": annotation("Stamp", shown=True),
    "free text": annotation("FreeText", shown=True, DA="/F1 11 Tf 0 g"),
    "popup": popup,
    "field value": field(V=SECRET, shown=SECRET),
    "field default": field(V="none", DV=SECRET, shown="none"),
    "field tooltip": field(V="none", TU=SECRET, shown="none"),
    "field name": field(V="none", TM=SECRET, shown="none"),
    "hidden field": field(V=SECRET, flags=2, shown=SECRET),
    "value that the field does not show": field(V=SECRET, shown="none"),
    "xfa": xfa,
}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    originals = {name: sheet(number, change=change) for number, (name, change) in enumerate(ATTACKS.items())}
    return produced(tmp_path_factory.mktemp("matter"), originals)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_a_note_or_field_is_in_no_copy(copies: dict[str, Produced], attack: str) -> None:
    assert_clean(copies[attack])
