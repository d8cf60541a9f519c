"""A name in the names that a page calls its fonts, images and colours by."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf
from drawn_copies import Drawn
from drawn_originals import array, attacked, drawn, leaks, picture, rendered, shown_text, words
from pikepdf import Dictionary, Name, Pdf

from redactor.write.scrub import scrub

KINDS = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")
TELLING = Name("/Quintanilla")


def named(pdf: Pdf, page: pikepdf.Page) -> None:
    """Every kind of resource under the one name, and a form that looks them up in the page's dictionary."""
    resources = page.obj.Resources
    form = pdf.make_stream(b"/Quintanilla cs 1 scn 72 400 50 20 re f\n")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    ink = Dictionary(FunctionType=2, Domain=array(0, 1), C0=array(1), C1=array(0.2), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=array(0, 0, 612, 0), Function=ink)
    resources.Font[TELLING] = resources.Font.F1
    resources.XObject = Dictionary({"/Quintanilla": form, "/Marisol": picture(pdf, bytes(64), 8, 8)})
    resources.ExtGState = Dictionary({"/Quintanilla": Dictionary(LW=3)})
    resources.ColorSpace = Dictionary({"/Quintanilla": array(Name.Separation, TELLING, Name.DeviceGray, ink)})
    resources.Pattern = Dictionary({"/Quintanilla": Dictionary(PatternType=2, Shading=shading)})
    resources.Shading = Dictionary({"/Quintanilla": shading})


CONTENT = (
    words(72, 72, "The officer met", font="Quintanilla")
    + b"q /Quintanilla gs 72 300 m 200 300 l S Q q /Quintanilla Do Q q 40 0 0 40 200 380 cm /Marisol Do Q\n"
    + b"q /Pattern cs /Quintanilla scn 300 400 50 20 re f Q q 400 400 50 20 re W n /Quintanilla sh Q\n"
    + b"q 20 0 0 20 500 400 cm BI /W 1 /H 1 /BPC 8 /CS /Quintanilla /Whose (Marisol) ID \x80 EI Q\n"
)


def test_every_resource_gets_a_neutral_name_and_paints_as_before() -> None:
    data = drawn(CONTENT, change=named)
    scrubbed = scrub(data)
    assert leaks(scrubbed) == []
    assert "The officer met" in shown_text(scrubbed)
    with pikepdf.open(io.BytesIO(scrubbed)) as pdf:
        resources = pdf.pages[0].obj.Resources
        names = [name for kind in KINDS for name in resources.get(kind, Dictionary())]
    assert len(names) == len(KINDS) + 1
    assert [name for name in names if not re.fullmatch(r"/[A-Z]\d+", str(name))] == []
    assert rendered(scrubbed) == rendered(data)


def test_a_font_called_by_a_name_is_called_otherwise_in_the_copy(tmp_path: Path) -> None:
    def change(_: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.Font[TELLING] = page.obj.Resources.Font.F1

    copy = attacked(drawn(words(72, 72, "The officer met", font="Quintanilla"), change=change), tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []


def test_the_checker_lets_no_telling_name_pass_whatever_it_is_told_to_look_for(tmp_path: Path) -> None:
    def rename(pdf: Pdf) -> None:
        fonts = pdf.pages[0].obj.Resources.Font
        fonts[TELLING] = fonts.F1

    copy = Drawn(tmp_path, change=rename, values=())
    assert copy.failed() == {"only what shows pages"}


def test_a_resource_that_nothing_uses_is_left_behind() -> None:
    scrubbed = scrub(drawn(words(72, 72, "The officer met"), change=named))
    with pikepdf.open(io.BytesIO(scrubbed)) as pdf:
        resources = pdf.pages[0].obj.Resources
        assert {kind: len(resources.get(kind, Dictionary())) for kind in KINDS if kind in resources} == {
            kind: int(kind == "/Font") for kind in KINDS
        }
