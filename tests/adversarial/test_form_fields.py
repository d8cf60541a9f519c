"""Words in form fields: values, defaults, choices, rich text, tooltips, states, orphans and XFA."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced, sheet
from drawn_originals import array
from hiding import Attack, Ending, Hide, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf, String
from test_annotations import appearance

RECT = (72, 600, 300, 620)


def field(*, flags: int = 4, shown: str = "", **more: object) -> Hide:
    """A field; ``more`` are further keys, and ``"*"`` in a value stands for the words."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        widget = Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, Rect=array(*RECT), F=flags, P=page.obj,
            T=String("Name of applicant"), DA=String("/F1 11 Tf 0 g"),
        )  # fmt: skip
        for key, value in more.items():
            widget[f"/{key}"] = String(value.replace("*", text)) if isinstance(value, str) else value
        if shown:
            widget.AP = Dictionary(N=appearance(pdf, shown.replace("*", text)))
        as_form(pdf, page, pdf.make_indirect(widget))

    return hide


def as_form(pdf: Pdf, page: pikepdf.Page, *widgets: pikepdf.Object) -> None:
    page.obj.Annots = array(*widgets)
    fonts = Dictionary(Font=Dictionary(F1=page.obj.Resources.Font.F1))
    pdf.Root.AcroForm = Dictionary(Fields=array(*widgets), DR=fonts, DA=String("/F1 11 Tf 0 g"))


def choices(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A list of which one entry is chosen and another has the words."""
    field(FT=Name.Ch, V="none", shown="none", Opt=array(String("none"), array(String("x"), String(text))))(
        pdf, page, text
    )


def states(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A box to tick whose states are called by the words."""
    on = Name("/" + text.replace(" ", "#20"))
    widget = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, Rect=array(72, 600, 84, 612), F=4, T=String("Box"),
        AS=Name.Off, V=Name.Off, MK=Dictionary(CA=String("4"), AC=String(text), RC=String(text)),
        AP=Dictionary(N=Dictionary({"/Off": appearance(pdf, "x"), str(on): appearance(pdf, text)})),
    )  # fmt: skip
    as_form(pdf, page, pdf.make_indirect(widget))


def orphan(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A field of no page, and a widget of no form."""
    field(V="none", shown="none")(pdf, page, text)
    lonely = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String(text), V=String(text)))
    pdf.Root.AcroForm.Fields.append(lonely)
    pdf.Root.AcroForm.CO = array(lonely)


def parent(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """The value stands in the parent, and the name too."""
    field(shown="none")(pdf, page, text)
    widget = page.obj.Annots[0]
    above = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String(text), V=String(text), Kids=array(widget)))
    widget.Parent = above
    pdf.Root.AcroForm.Fields = array(above)


def xfa(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    field(V="See below", shown="See below")(pdf, page, text)
    packet = f"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><name>{text}</name></xdp:xdp>"
    pdf.Root.AcroForm.XFA = pdf.make_stream(packet.encode())


def xfa_in_parts(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    field(V="See below", shown="See below")(pdf, page, text)
    data = f"<xfa:datasets xmlns:xfa='http://x'><xfa:data><a>{text}</a></xfa:data></xfa:datasets>"
    pdf.Root.AcroForm.XFA = array(String(text), pdf.make_stream(b"<a/>"), String("b"), pdf.make_stream(data.encode()))


def actions(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Scripts that format, check and compute a field."""
    script = Dictionary(S=Name.JavaScript, JS=String(f"event.value = '{text}'"))
    field(V="none", shown="none", AA=Dictionary(K=script, F=script, V=script, C=script))(pdf, page, text)


def encrypted(number: int, text: str) -> bytes:
    """A form as USCIS publishes it: encrypted with an empty password, XFA inside."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(sheet(number, change=lambda pdf, page: xfa(pdf, page, text)))) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(user="", owner="whoever"))
    return buffer.getvalue()


ATTACKS: dict[str, Attack] = {
    "value": beside(field(V="*", shown="*"), shows=True),
    "value that has no appearance": beside(field(V="*"), shows=True, ending=Ending.EITHER),
    "value that the field does not show": beside(field(V="*", shown="none")),
    "rich text value": beside(field(V="none", RV="<body><p>*</p></body>", shown="none", Ff=1 << 25)),
    "default": beside(field(V="none", DV="*", shown="none")),
    "tooltip": beside(field(V="none", TU="*", shown="none")),
    "name for export": beside(field(V="none", TM="*", shown="none")),
    "field of that name": beside(field(V="none", T="*", shown="none")),
    "hidden field": beside(field(V="*", flags=2, shown="*")),
    "field without view": beside(field(V="*", flags=32, shown="*")),
    "password": beside(field(V="*", shown="......", Ff=1 << 13)),
    "choices": beside(choices),
    "states of a box to tick": beside(states),
    "orphan": beside(orphan),
    "value in the parent": beside(parent, ending=Ending.EITHER),
    "xfa": beside(xfa),
    "xfa in parts": beside(xfa_in_parts),
    "scripts of a field": beside(actions),
    "encrypted with the empty password": Attack(encrypted, fools=False),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_a_form_field_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_a_form_field_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_a_form_field(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
