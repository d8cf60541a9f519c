"""What a copy holds after the burn: neighbours whole, labels that fit, numbers outside the content."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from drawn_originals import (
    LABEL,
    LEGEND,
    SECRET,
    array,
    attacked,
    drawn,
    fill,
    helvetica,
    leaks,
    picture,
    read,
    rendered,
    shown_text,
    spans_of,
    withhold,
    words,
)  # fmt: skip
from pikepdf import Dictionary, Name, Pdf

from redactor.model import Endorsement, Span
from redactor.write import slip_sheet


def test_the_words_before_and_after_stay_and_every_check_passes(tmp_path: Path) -> None:
    copy = attacked(drawn(words(72, 72, f"The officer met {SECRET} at the door.")), tmp_path)
    assert copy.failed == []
    assert "The officer met" in shown_text(copy.data)
    assert "at the door." in shown_text(copy.data)
    assert copy.copy.text == (f"The officer met [{LABEL}] at the door.\n",)


def test_the_text_has_its_placeholder_where_the_page_has_its_box(tmp_path: Path) -> None:
    copy = attacked(drawn(words(72, 72, SECRET), words(72, 72, f"a {SECRET} b {SECRET}")), tmp_path)
    boxes = [len(plan.redactions) for plan in copy.plans]
    assert boxes == [text.count(f"[{LABEL}]") for text in copy.copy.text] == [1, 2]


def test_kerned_neighbours_keep_their_places(tmp_path: Path) -> None:
    line = b"BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Met )-20(AV)70(A )] TJ (Quintanilla) Tj [( at )15(the)-300(door)] TJ ET\n"
    copy = attacked(drawn(line), tmp_path, "Quintanilla")
    assert copy.failed == []
    assert leaks(copy.data, "Quintanilla") == []


@pytest.mark.parametrize("turn", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_text_that_runs_another_way_is_boxed_along_its_line(turn: str, tmp_path: Path) -> None:
    copy = attacked(drawn(f"BT /F1 12 Tf {turn} 300 400 Tm (Met {SECRET} today) Tj ET".encode()), tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []
    assert "today" in shown_text(copy.data)


def test_a_ligature_of_which_a_part_is_withheld_goes_whole(tmp_path: Path) -> None:
    def ligature(pdf: Pdf, page: pikepdf.Page) -> None:
        table = pdf.make_stream(
            b"begincmap 1 begincodespacerange <00><ff> endcodespacerange 1 beginbfrange <41><59><0041> endbfrange "
            b"1 beginbfchar <7B> <006600660069> endbfchar endcmap"
        )
        page.obj.Resources.Font.F1 = pdf.make_indirect(helvetica(ToUnicode=table))

    document = read(drawn(words(72, 72, "GR{TH"), change=ligature), tmp_path)
    start = document.passage("p1").text.index("iTH")
    copy = withhold(document, [Span("p1", start, start + 3)], tmp_path)
    assert shown_text(copy.data).split()[0] == "GR"


def test_pixels_under_a_region_are_gone_from_the_image_itself(tmp_path: Path) -> None:
    def image(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.XObject = Dictionary(I0=picture(pdf, bytes(range(16)) * 256, 64, 64))

    content = words(72, 72, "Beside the portrait.") + b"q 100 0 0 100 72 500 cm /I0 Do Q\n"
    document = read(drawn(content, change=image), tmp_path)
    copy = withhold(document, [Span("p1/image:1", 0, 0)], tmp_path)
    assert copy.failed == []
    assert "Beside the portrait." in shown_text(copy.data)
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        images = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name.Image
        ]
        assert all(len(set(thing.read_bytes())) == 1 for thing in images)


def test_text_over_a_picture_takes_the_pixels_beneath_it_along(tmp_path: Path) -> None:
    def image(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Resources.XObject = Dictionary(I0=picture(pdf, bytes([0, 255]) * 2048, 64, 64))

    content = b"q 300 0 0 60 60 690 cm /I0 Do Q\n" + words(72, 72, SECRET, size=14, before="1 0 0 rg")
    copy = attacked(drawn(content + words(72, 300, "Plain text."), change=image), tmp_path)
    assert [failure for failure in copy.failed if "burned" in failure] == []
    assert leaks(copy.data) == []


@pytest.mark.parametrize("size", [24, 14, 6, 2.5])
def test_every_box_on_a_line_has_room_for_its_label(size: float, tmp_path: Path) -> None:
    copy = attacked(drawn(words(72, 72, SECRET, size=size) + words(72, 300, "Plain.")), tmp_path)
    assert copy.failed == []
    assert "REDACTED" in shown_text(copy.data)


def test_a_page_whose_lines_cannot_be_set_anew_becomes_a_picture_where_it_has_boxes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redactor.write.typesetting.metrics_of", lambda font: None)  # as for a font of unknown widths
    pages = (words(72, 72, f"The officer met {SECRET}"), words(72, 72, "Nobody else was there."))
    copy = attacked(drawn(*pages), tmp_path)
    assert copy.copy.pictures == (1,)
    assert [box.quad for box in copy.copy.boxes] != [redaction.quad for redaction in copy.copy.redactions]
    assert copy.failed == []
    assert leaks(copy.data) == []


def test_all_labels_and_stamps_share_one_font(tmp_path: Path) -> None:
    copy = attacked(drawn(*(words(72, 72, f"{SECRET} and {SECRET}") for _ in range(3))), tmp_path)
    with pymupdf.open(stream=copy.data) as document:
        fonts = {font[0] for page in document for font in page.get_fonts() if font[2] == "Type0"}
    assert len(fonts) == 1


NARRATIVE = (
    "On January 21, 2020, at approximately 0935 hours, officers of the New York Field Office Fugitive Operations",
    "Team encountered EJEMPLO LOPEZ, Maria Elena outside the courthouse at 330 Jay Street, Brooklyn, NY,",
    "following her appearance in Part 21 (Docket O-01234-20). SUBJECT was identified by photograph and gave",
    "her name as EJEMPLO, Maria. CIS and PCQS checks revealed a pending Form I-918, receipt EAC2012345678.",
    "The provisions of section 1367 of this title have been complied with. SDDO J. SAMPLE approved.",
)
TAKEN = ("January 21, 2020", "0935", "EJEMPLO LOPEZ, Maria Elena", "O-01234-20", "EJEMPLO, Maria", "EAC2012345678")


def test_a_narrative_with_many_boxes_keeps_every_other_word(tmp_path: Path) -> None:
    document = read(drawn(b"".join(words(54, 72 + 13 * n, line, size=9) for n, line in enumerate(NARRATIVE))), tmp_path)
    copy = withhold(document, [span for text in TAKEN for span in spans_of(document, text)], tmp_path, values=TAKEN)
    assert copy.failed == []
    said = " ".join(shown_text(copy.data).split())
    assert "encountered" in said and "outside the courthouse at 330 Jay Street" in said
    assert "SUBJECT was identified by photograph and gave" in said


def test_number_and_legend_stand_at_the_foot_of_every_page(tmp_path: Path) -> None:
    copy = attacked(drawn(words(72, 72, SECRET), words(72, 72, "Two")), tmp_path)
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        assert [float(page.mediabox[3] - page.mediabox[1]) for page in pdf.pages] == [792, 792]
    assert all(text in shown_text(copy.data) for text in ("TEST00001", "TEST00002", LEGEND))


@pytest.mark.parametrize("size", [(612, 792), (792, 612), (612, 40)], ids=["portrait", "landscape", "a strip"])
def test_a_page_with_ink_at_its_foot_is_made_longer_and_boxes_stay_in_place(
    size: tuple[float, float], tmp_path: Path
) -> None:
    text = f"BT /F1 11 Tf 1 0 0 1 72 8 Tm ({SECRET} in the footer) Tj ET\n".encode()
    copy = attacked(drawn(text, size=size), tmp_path)
    assert copy.failed == []
    assert leaks(copy.data) == []
    with pikepdf.open(io.BytesIO(copy.data)) as pdf:
        assert float(pdf.pages[0].mediabox[3] - pdf.pages[0].mediabox[1]) == pytest.approx(size[1] + 26)
    box = copy.copy.redactions[0].quad
    middle = rendered(copy.data)[int(box.ul[1] * 2) + 3]
    assert middle[int(box.ul[0] * 2) + 4] < 10


def test_a_tiny_page_gets_its_number_all_the_same(tmp_path: Path) -> None:
    copy = attacked(drawn(b"", size=(200, 20)), tmp_path)
    assert "TEST00001" in shown_text(copy.data)
    assert copy.failed == []


def test_the_same_document_makes_the_same_bytes(tmp_path: Path) -> None:
    data = drawn(words(72, 72, f"The officer met {SECRET}.") + fill(72, 100, 200, 120))
    document = read(data, tmp_path)
    first = withhold(document, spans_of(document, SECRET), tmp_path).data
    assert withhold(document, spans_of(document, SECRET), tmp_path).data == first


def test_a_slip_sheet_says_nothing_of_the_document(tmp_path: Path) -> None:
    document = read(drawn(words(72, 72, SECRET)), tmp_path)
    sheet = slip_sheet(document, Endorsement(("TEST00001",), LEGEND), tmp_path)
    data = sheet.path.read_bytes()
    assert leaks(data) == []
    assert shown_text(data).split() == ["DOCUMENT", "WITHHELD", LEGEND, "TEST00001"]


def test_a_form_that_pages_share_is_cleaned_on_each(tmp_path: Path) -> None:
    def form(pdf: Pdf, page: pikepdf.Page) -> None:
        first = pdf.pages[0].obj.Resources
        shared = first.XObject.X0 if "/XObject" in first else pdf.make_stream(words(72, 72, f"Met {SECRET} today"))
        shared.Type, shared.Subtype, shared.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
        shared.Resources = Dictionary(Font=Dictionary(F1=first.Font.F1))
        page.obj.Resources.XObject = Dictionary(X0=shared)

    copy = attacked(drawn(b"/X0 Do\n", b"q /X0 Do Q\n", change=form), tmp_path)
    assert leaks(copy.data) == []
    assert len(copy.copy.redactions) == 2
