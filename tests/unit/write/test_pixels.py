"""Pages as pictures: what is burned, what stays, and what the new text layer says."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from drawn_originals import (  # fmt: skip
    LABEL,
    LEGEND,
    Withheld,
    attacked,
    decision_of,
    drawn,
    finding_of,
    leaks,
    read,
    shown_text,
    spans_of,
    withhold,
)
from pikepdf import Name, Stream
from scans import scanned

from redactor.geometry import bounds, quad_of
from redactor.model import Document, Endorsement, Page, Quad, Rect, Span
from redactor.ocr import Reading
from redactor.verify import WithheldValue, check
from redactor.write import plan, write
from redactor.write.pixels import filled
from redactor.write.raster import Raster, encoded, raster_of
from redactor.write.room import NEIGHBOURS, Paper, grown
from redactor.write.textlayer import Boxed, text_layer

NAME = "Henrietta Zumwalt"  # read surely at 200 dpi
SIZE = (430.0, 150.0)
LINES = (
    f"The officer met {NAME} at the door of the court.",
    "Nothing else was said that morning in the hallway.",
    f"The clerk wrote down the name of {NAME}",
)


def page(*lines: str, size: float = 12) -> bytes:
    """One small page, so that it is read quickly."""
    shown = (
        f"BT /F1 {size:g} Tf 1 0 0 1 30 {SIZE[1] - 30 - 2 * size * at:g} Tm ({line}) Tj ET\n"
        for at, line in enumerate(lines)
    )
    return drawn("".join(shown).encode(), size=SIZE)


def images(data: bytes) -> list[tuple[str, int, int]]:
    """Filter, bits a component and width of every image in the file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image]
        return [(str(thing.Filter), int(thing.BitsPerComponent), int(thing.Width)) for thing in things]


def said(copy: Withheld) -> str:
    return " ".join(shown_text(copy.data).split())


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Withheld:
    """An ordinary scan, of which the name is withheld wherever it was read."""
    return attacked(scanned(page(*LINES), skew=0.0, noise=3.0), tmp_path_factory.mktemp("scan"), NAME)


def test_a_scan_is_burned_and_passes_every_check(scan: Withheld) -> None:
    assert scan.failed == []
    assert scan.copy.pictures == (1,)
    assert [len(each.redactions) for each in scan.plans] == [2]
    assert leaks(scan.data, NAME) == []


def test_what_was_read_of_the_redacted_picture_can_be_searched(scan: Withheld) -> None:
    assert "Nothing else was said that morning in the hallway." in said(scan)
    assert "at the door of the court." in said(scan)


def test_the_text_file_says_what_the_text_layer_says(scan: Withheld) -> None:
    assert scan.copy.text[0].splitlines() == [
        f"The officer met [{LABEL}] at the door of the court.",
        "Nothing else was said that morning in the hallway.",
        f"The clerk wrote down the name of [{LABEL}]",
    ]


def test_under_a_box_and_around_the_word_the_picture_has_no_ink_of_it(scan: Withheld) -> None:
    with pypdfium2.PdfDocument(scan.data) as pdf:
        shown = raster_of(pdf, replace(scan.document.pages[0], height=pdf[0].get_height()))
        picture = next(iter(pdf[0].get_objects(max_depth=1))).get_bitmap(render=False).to_numpy()
    pixels = picture.reshape(picture.shape[:2]) if shown is None else shown.grey
    scale = pixels.shape[1] / SIZE[0]
    for box in scan.copy.boxes:
        r = bounds(box.quad)
        part = pixels[int(r.y0 * scale) + 2 : int(r.y1 * scale) - 2, int(r.x0 * scale) + 2 : int(r.x1 * scale) - 2]
        assert part.size
        assert int(part.max()) < 32


def test_the_layer_s_font_is_everybody_s_and_embeds_nothing(scan: Withheld) -> None:
    with pikepdf.open(io.BytesIO(scan.data)) as pdf:
        fonts = [font for font in pdf.pages[0].resources.Font.values() if font.get("/BaseFont") == Name.Helvetica]
        assert len(fonts) == 1
        assert "/FontDescriptor" not in fonts[0]


def test_a_jpeg_goes_back_into_a_jpeg_of_the_same_quantisation(scan: Withheld) -> None:
    assert [kind for kind, _, _ in images(scan.data)] == ["/DCTDecode"]
    with pypdfium2.PdfDocument(scan.document.flattened) as pdf:
        before = raster_of(pdf, scan.document.pages[0])
    assert before is not None
    again = encoded(before).seen
    assert again.tables == before.tables
    assert float(np.abs(again.pixels.astype(int) - before.pixels).mean()) < 1.0


def test_a_slanted_scan_gets_slanted_boxes(tmp_path: Path) -> None:
    copy = attacked(scanned(page(*LINES), skew=1.5, noise=3.0), tmp_path, NAME)
    assert copy.failed == []
    assert leaks(copy.data, NAME) == []
    assert all(box.quad.ur[1] - box.quad.ul[1] > 1.0 for box in copy.copy.boxes)


def test_a_level_box_that_lies_upside_down_is_burned_like_any_other() -> None:
    paper = Raster(np.full((100, 200), 255, np.uint8))
    upright = quad_of(Rect(20, 10, 60, 20))
    turned = Quad(upright.lr, upright.ll, upright.ul, upright.ur)
    burned = [filled(paper, [quad], (2.0, 2.0)) for quad in (upright, turned)]
    assert (burned[0] == burned[1]).all()
    assert (burned[1] == 0).sum() == 80 * 20


def test_a_box_that_a_larger_one_reaches_into_has_no_label() -> None:
    line, stamp = quad_of(Rect(20, 50, 90, 62)), quad_of(Rect(80, 30, 200, 90))
    shown = text_layer(Reading(()), (1.0, 1.0), [Boxed(quad, LABEL, ("REDACTED",)) for quad in (line, stamp)], 150.0)
    assert (shown.content.count(b" h f "), shown.content.count(b"(REDACTED ) Tj")) == (2, 1)
    assert shown.text.count(LABEL) == 2


def test_a_fax_stays_a_picture_of_two_levels(tmp_path: Path) -> None:
    copy = attacked(scanned(page(*LINES), skew=0.0, noise=1.0, fax=True), tmp_path, NAME)
    assert copy.failed == []
    assert leaks(copy.data, NAME) == []
    assert [image[:2] for image in images(copy.data)] == [("/CCITTFaxDecode", 1)]


def test_at_the_end_of_a_line_every_name_has_the_same_box(tmp_path: Path) -> None:
    def box(name: str) -> tuple[float, float]:
        line = f"The clerk wrote down the name {name}"
        document = read(scanned(page(line, *LINES[1:2]), skew=0.0, noise=0.0), tmp_path)
        copy = withhold(document, spans_of(document, name), tmp_path)
        assert copy.copy.coarse == ()
        (only,) = copy.copy.boxes
        around = bounds(only.quad)
        return round(around.x0, 1), round(around.x1, 1)

    assert box("Ana Lopez") == pytest.approx(box("Marisol Quint"), abs=0.6)


def test_between_words_a_picture_tells_the_gap_and_the_copy_says_so(scan: Withheld) -> None:
    assert (1, NEIGHBOURS) in scan.copy.coarse


def test_what_only_the_second_reading_reads_is_burned_too(tmp_path: Path) -> None:
    document = read(scanned(page(*LINES), skew=0.0, noise=0.0), tmp_path)
    first = finding_of(document, spans_of(document, NAME)[0])
    plans = plan(document, [first], {first.id: decision_of(first)})

    def excess(_: int, text: str) -> tuple[str, ...]:
        return (NAME,) if NAME in text else ()

    copy = write(document, plans, Endorsement(("TEST00001",), LEGEND), tmp_path, excess=excess)
    checks = check(copy, document.flattened, [WithheldValue(NAME, True)], ())
    assert [each.name for each in checks if not each.passed] == []
    assert len(copy.redactions) > len(plans[0].redactions)
    assert NAME not in copy.text[0]


def test_a_page_that_is_only_looked_at_is_burned_and_not_read_again(
    scan: Withheld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unasked(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("redactor.write.pixels.read", unasked)
    looked_at = write(scan.document, scan.plans, scan.copy.endorsement, tmp_path, searchable=False)
    assert len(looked_at.boxes) == 2
    assert images(looked_at.path.read_bytes()) == images(scan.data)


def glyph_page(tmp_path: Path, size: float = 12) -> tuple[Document, Withheld]:
    document = read(page(*LINES, size=size), tmp_path)
    findings = [finding_of(document, span, at) for at, span in enumerate(spans_of(document, NAME))]
    plans = plan(document, findings, {finding.id: decision_of(finding) for finding in findings})
    copy = write(document, plans, Endorsement(("TEST00001",), LEGEND), tmp_path, pictures=[1])
    return document, Withheld(document, plans, copy, check(copy, document.flattened, [WithheldValue(NAME, True)], ()))


def test_a_page_of_glyphs_can_be_written_as_a_picture(tmp_path: Path) -> None:
    document, copy = glyph_page(tmp_path)
    assert document.pages[0].image_dpi is None
    assert copy.failed == []
    assert copy.copy.pictures == (1,)
    assert len(images(copy.data)) == 1
    assert leaks(copy.data, NAME) == []
    assert "Nothing else was said that morning in the hallway." in said(copy)


@pytest.mark.parametrize(
    "matrix",
    ["-1 0 0 1 400 100", "-1 0 0 -1 400 100", "1 0 0 1 400 100"],
    ids=["backwards", "upside down", "over the edge"],
)
def test_words_at_odd_places_get_their_boxes_on_a_picture_too(matrix: str, tmp_path: Path) -> None:
    data = drawn(f"BT /F1 12 Tf {matrix} Tm (To {NAME}) Tj ET".encode(), size=SIZE)
    document = read(data, tmp_path)
    document = replace(document, pages=(replace(document.pages[0], image_dpi=200.0),))
    name = document.passage("p1").words[-1]
    copy = withhold(document, (Span("p1", name.start, name.end),), tmp_path)
    assert copy.copy.pictures == (1,)
    assert all(0 <= x <= SIZE[0] and y >= 0 for box in copy.copy.boxes for x, y in (box.quad.ul, box.quad.lr))


def test_small_type_is_drawn_finer(tmp_path: Path) -> None:
    _, copy = glyph_page(tmp_path, size=6)
    assert [width for _, _, width in images(copy.data)] == [pytest.approx(SIZE[0] * 300 / 72, abs=1)]


def paper(width: float = 200, height: float = 60) -> Paper:
    return Paper(np.full((int(height * 3), int(width * 3)), 255, np.uint8), 3.0, (width, height))


def quad(x0: float, y0: float, x1: float, y1: float) -> Quad:
    return Quad((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def test_a_box_keeps_off_the_words_around_it() -> None:
    word, beside, above = quad(50, 30, 90, 40), quad(93, 30, 120, 40), quad(40, 17, 120, 27)
    made = bounds(grown(word, [word, beside], [beside, above], [], paper()).quad)
    assert made.x0 < 50 and made.y1 > 40
    assert made.x1 == pytest.approx(91.5, abs=0.4)
    assert 28.9 <= made.y0 < 30  # six pixels of paper


def test_a_box_that_is_wider_than_its_word_keeps_off_what_stands_over_all_of_it() -> None:
    word, label = quad(20, 30, 50, 40), quad(60, 17, 120, 28.5)
    made = bounds(grown(word, [word], [label], [], paper()).quad)
    assert made.x1 > label.ul[0]
    assert made.y0 == pytest.approx(30)


def test_a_word_without_letters_below_the_line_has_a_box_as_high_as_one_with_them() -> None:
    heights = []
    for bottom in (38.5, 40.0):
        made = bounds(grown(quad(50, 30, 90, bottom), [quad(50, 30, 90, bottom)], [], [], paper()).quad)
        heights.append(round(made.y1 - made.y0, 3))
    assert heights[0] == heights[1]


def test_neighbouring_boxes_meet_and_never_overlap() -> None:
    one, two = quad(50, 30, 90, 40), quad(89, 30, 130, 40)
    first = grown(one, [one, two], [], [two], paper()).quad
    second = grown(two, [one, two], [], [first], paper()).quad
    assert bounds(first).x1 <= bounds(second).x0
    assert bounds(first).x0 < 50 and bounds(second).x1 > 130


def test_lines_whose_places_overlap_part_where_there_is_no_ink() -> None:
    sheet = paper()
    sheet.grey[3 * 20 : 3 * 29, 3 * 45 : 3 * 95] = 0  # the line above, down to 29
    sheet.grey[3 * 32 : 3 * 40, 3 * 50 : 3 * 90] = 0  # what is withheld, from 32 on
    above, word = quad(45, 18, 95, 31), quad(50, 30, 90, 42)
    top = bounds(grown(word, [word], [above], [], sheet).quad).y0
    assert 29 < top < 32


def test_a_box_in_a_form_ends_before_the_rule() -> None:
    ruled = paper()
    ruled.grey[:, 3 * 110 : 3 * 110 + 2] = 0
    made = grown(quad(50, 30, 90, 40), [quad(50, 30, 90, 40)], [], [], ruled)
    assert 95 < bounds(made.quad).x1 < 110
    assert made.coarse is not None


@pytest.mark.parametrize("levels", ["two", "grey", "colour"])
def test_pixels_come_back_from_the_file_as_they_went_in(levels: str) -> None:
    pixels = np.full((40, 60), 255, np.uint8)
    pixels[10:20, 15:50] = 0
    raster = {
        "two": Raster(pixels, two_levels=True),
        "grey": Raster(pixels),
        "colour": Raster(np.stack([pixels, 255 - pixels, pixels], axis=2)),
    }[levels]
    with pikepdf.new() as pdf:
        sheet = pdf.add_blank_page(page_size=(60, 40))
        sheet.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I1=encoded(raster).image(pdf)))
        sheet.obj.Contents = pdf.make_stream(b"q 60 0 0 40 0 0 cm /I1 Do Q")
        buffer = io.BytesIO()
        pdf.save(buffer)
    with pypdfium2.PdfDocument(buffer.getvalue()) as made:
        back = raster_of(made, Page(1, 60.0, 40.0))
    assert back is not None
    assert (back.pixels == raster.pixels).all()
