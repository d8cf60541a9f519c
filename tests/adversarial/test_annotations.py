"""Words in annotations, shown or not: what shows is read and redacted on the page, what does not show is gone."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array
from hiding import Attack, Ending, Hide, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf, String

RECT = (72, 600, 300, 620)
HIDDEN, PRINTED, NO_VIEW = 2, 4, 32
"""Annotation flags (ISO 32000-1, table 165)."""


def appearance(pdf: Pdf, text: str) -> pikepdf.Stream:
    form = pdf.make_stream(f"BT /F1 11 Tf 2 5 Td ({text}) Tj ET".encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 228, 20)
    form.Resources = Dictionary(Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font.F1))
    return form


def note(kind: str, *, shown: bool = False, flags: int = PRINTED, **more: object) -> Hide:
    """``more`` are further keys; ``"*"`` in a value stands for the words."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=array(*RECT), Contents=String(text), F=flags)
        for key, value in more.items():
            made[f"/{key}"] = String(value.replace("*", text)) if isinstance(value, str) else value
        if shown:
            made.AP = Dictionary(N=appearance(pdf, text))
        page.obj.Annots = array(pdf.make_indirect(made))

    return hide


def popup(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    parent = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=array(*RECT), Contents=String("See"))
    )
    window = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=array(*RECT), Parent=parent, Contents=String(text))
    )
    parent.Popup = window
    page.obj.Annots = array(parent, window)


def other_states(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """The words in the appearances under the pointer, pressed, and of a state that is not set."""
    plain = appearance(pdf, "See")
    states = Dictionary(N=Dictionary(Off=plain, On=appearance(pdf, text)), D=appearance(pdf, text))
    states.R = Dictionary(Off=appearance(pdf, text))
    made = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=array(*RECT), F=PRINTED, AS=Name.Off, AP=states)
    page.obj.Annots = array(pdf.make_indirect(made))


def in_a_layer(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    pdf.Root.OCProperties = Dictionary(OCGs=array(group), D=Dictionary(ON=array(), OFF=array(group)))
    note("Stamp", shown=True, OC=group)(pdf, page, text)


def reply(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A reply to a note, which names a page that is no longer in the document."""
    gone = pdf.make_indirect(Dictionary(Type=Name.Page, Contents=pdf.make_stream(f"({text}) Tj".encode())))
    first = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=array(*RECT), P=gone))
    second = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=array(*RECT), IRT=first, Contents=String(text))
    page.obj.Annots = array(first, pdf.make_indirect(second))


def not_an_array(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Annotations that are no array, as damaged files have them."""
    note("Text")(pdf, page, text)
    page.obj.Annots = page.obj.Annots[0]


ATTACKS: dict[str, Attack] = {
    "note": beside(note("Text")),
    "author and subject of a note": beside(note("Text", T="*", Subj="*")),
    "rich text of a note": beside(note("Text", RC="<body><p>*</p></body>")),
    "name and state of a note": beside(note("Text", NM="*", State="*", StateModel="*")),
    "popup": beside(popup),
    "reply": beside(reply),
    "stamp": beside(note("Stamp", shown=True), shows=True),
    "name of a stamp": beside(note("Stamp", Name="*", Contents="*")),
    "free text": beside(note("FreeText", shown=True, DA="/F1 11 Tf 0 g"), shows=True, fools=False),
    "free text without appearance": beside(
        note("FreeText", DA="/Helv 11 Tf 0 g"), shows=True, ending=Ending.EITHER, fools=False
    ),
    "watermark": beside(note("Watermark", shown=True), shows=True),
    "hidden stamp": beside(note("Stamp", shown=True, flags=PRINTED | HIDDEN)),
    "stamp without view": beside(note("Stamp", shown=True, flags=PRINTED | NO_VIEW)),
    "stamp in a layer that is off": beside(in_a_layer),
    "other appearances of a stamp": beside(other_states),
    "highlight with its text": beside(
        note("Highlight", QuadPoints=array(72, 620, 300, 620, 72, 600, 300, 600), C=array(1, 1, 0))
    ),
    "caption of a line": beside(note("Line", L=array(72, 610, 300, 610), Cap=True), shows=True),
    "overlay of a redaction mark": beside(note("Redact", OverlayText="*", DA="/Helv 9 Tf 0 g")),
    "sound, movie, screen": beside(note("Screen", T="*", MK=Dictionary(CA=String("x")))),
    "annotations that are no array": beside(not_an_array, ending=Ending.EITHER),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_an_annotation_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_an_annotation_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_an_annotation(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
