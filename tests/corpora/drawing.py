"""Odd PDFs, the same for the same seed: what scanners, converters, bugs and attackers make of the format."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

WORDS = (
    "The teams of officers cover five boroughs on weekdays and report to the field office at noon. Respondent Marisol "
    "Quintanilla, A200-555-123, was served in person; her counsel called (917) 555-0142. Nothing else was filed."
).split()

Draw = Callable[[random.Random], bytes]
Harm = Callable[[random.Random, bytes], bytes]


def odd_pdfs(count: int, seed: int, folder: Path) -> list[Path]:
    """``count`` odd PDFs in ``folder``. The first ones are of every kind once."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds: list[Draw] = [*DRAWN, *(_harmed(harm) for harm in HARMED)]
    paths = []
    for number in range(count):
        dice = random.Random(seed * 1_000_003 + number)
        draw = kinds[number] if number < len(kinds) else dice.choice(kinds)
        path = folder / f"{number:05}.pdf"
        path.write_bytes(draw(dice))
        paths.append(path)
    return paths


# --- sound files


def page_of_words(dice: random.Random) -> bytes:
    """A few pages of text with random fonts, sizes, boxes, rotations and states."""
    pdf = pikepdf.new()
    for _ in range(dice.randint(1, 3)):
        width, height = dice.choice([(612, 792), (842, 595), (200, 300), (1200, 1600), (61.2, 79.2)])
        content = b"".join(_line(dice, width, height) for _ in range(dice.randint(0, 25)))
        _page(pdf, content, width, height, dice)
    return _saved(pdf, dice)


def _line(dice: random.Random, width: float, height: float) -> bytes:
    text = " ".join(dice.choices(WORDS, k=dice.randint(1, 9))).encode("cp1252")
    text = text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    state = dice.choice(
        [b"", b"", b"", b"1 Tr ", b"3 Tr ", b"7 Tr ", b"2 Tc ", b"50 Tz ", b"1 g ", b"0 1 1 0 k ", b"5 Ts "]
    )
    size = dice.choice([6, 9, 11, 11, 11, 24, 0.5, 0])
    turn = dice.choice(["1 0 0 1", "1 0 0 1", "1 0 0 1", "0 1 -1 0", "-1 0 0 1", "0.9 0.3 -0.3 0.9", "1 0 0.3 1"])
    place = f"{turn} {dice.uniform(-50, width):.1f} {dice.uniform(-20, height + 20):.1f}".encode()
    return b"q BT " + state + b"/F%d %g Tf " % (dice.randint(1, 4), size) + place + b" Tm (" + text + b") Tj ET Q\n"


def _page(pdf: Pdf, content: bytes, width: float, height: float, dice: random.Random) -> pikepdf.Page:
    page = pdf.add_blank_page()
    page.obj.MediaBox = Array([0, 0, width, height])
    names = ("Helvetica", "Times-Roman", "Courier-Bold", "Symbol", "ZapfDingbats", "NoSuchFont")
    fonts = {
        f"/F{n}": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + dice.choice(names)))
        for n in range(1, 5)
    }
    page.obj.Resources = Dictionary(Font=Dictionary(fonts))
    page.obj.Contents = pdf.make_stream(content)
    if dice.random() < 0.3:
        page.obj.Rotate = dice.choice([90, 180, 270, -90, 450, 45])
    if dice.random() < 0.3:
        page.obj.CropBox = Array([dice.uniform(-20, 60), dice.uniform(-20, 60), width - 10, height - 10])
    if dice.random() < 0.1:
        page.obj.UserUnit = dice.choice([0.5, 2, 10])
    return page


def _saved(pdf: Pdf, dice: random.Random) -> bytes:
    buffer = io.BytesIO()
    modes = [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate]
    locked = dice.random()
    encryption = pikepdf.Encryption(user="" if locked < 0.1 else "secret", owner="whoever") if locked < 0.15 else False
    pdf.save(
        buffer,
        object_stream_mode=dice.choice(modes),
        linearize=dice.random() < 0.1 and len(pdf.pages) > 0,
        encryption=encryption,
    )
    return buffer.getvalue()


def _one_page(content: bytes, dice: random.Random, size: tuple[float, float] = (612, 792)) -> Pdf:
    pdf = pikepdf.new()
    _page(pdf, content, *size, random.Random(dice.random()))
    return pdf


def no_pages(dice: random.Random) -> bytes:
    return _saved(pikepdf.new(), dice)


def empty_page(dice: random.Random) -> bytes:
    return _saved(_one_page(b"", dice), dice)


def page_as_large_as_a_field(dice: random.Random) -> bytes:
    return _saved(_one_page(_line(dice, 612, 792), dice, (14_400 * dice.choice([1, 3]), 14_400)), dice)


def page_without_size(dice: random.Random) -> bytes:
    pdf = _one_page(_line(dice, 612, 792), dice)
    pdf.pages[0].obj.MediaBox = Array(
        dice.choice([[0, 0, 0, 0], [10, 10, 10, 500], [612, 792, 0, 0], [0, 0, 1e9, 1e9]])
    )
    return _saved(pdf, dice)


def page_that_says_nothing_of_its_size(dice: random.Random) -> bytes:
    pdf = _one_page(_line(dice, 612, 792), dice)
    page = pdf.pages[0].obj
    del page.MediaBox
    if dice.random() < 0.5:
        del page.Resources
    return _saved(pdf, dice)


def many_states(dice: random.Random) -> bytes:
    """States saved far too deep, or restored far too often."""
    count = dice.choice([300, 5_000])
    return _saved(_one_page(dice.choice([b"q " * count, b"Q " * count]) + _line(dice, 612, 792), dice), dice)


def forms_in_forms(dice: random.Random) -> bytes:
    pdf = _one_page(b"/X0 Do\n", dice)
    fonts = pdf.pages[0].obj.Resources.Font
    inner = pdf.make_stream(_line(dice, 612, 792))
    for _ in range(dice.choice([3, 60])):
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
        inner.Resources = Dictionary(Font=fonts) if "/Resources" not in inner else inner.Resources
        outer = pdf.make_stream(b"q /X0 Do Q\n")
        outer.Resources = Dictionary(XObject=Dictionary(X0=inner))
        inner = outer
    inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=inner)
    return _saved(pdf, dice)


def laughing_forms(dice: random.Random) -> bytes:
    """Each form paints the one below it ten times: a page that would be painted for years."""
    pdf = _one_page(b"/X0 Do\n", dice)
    inner = pdf.make_stream(b"0 0 m 1 1 l S\n")
    for _ in range(9):
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
        outer = pdf.make_stream(b"/X0 Do\n" * 10)
        outer.Resources = Dictionary(XObject=Dictionary(X0=pdf.make_indirect(inner)))
        inner = outer
    inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=inner)
    return _saved(pdf, dice)


def form_in_itself(dice: random.Random) -> bytes:
    pdf = _one_page(b"/X0 Do\n", dice)
    form = pdf.make_indirect(pdf.make_stream(b"/X0 Do\n"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 612, 792])
    form.Resources = Dictionary(XObject=Dictionary(X0=form))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=form)
    return _saved(pdf, dice)


def bomb(dice: random.Random) -> bytes:
    """A stream of a few hundred kilobytes that unpacks to a third of a gigabyte of blanks."""
    pdf = _one_page(b"", dice)
    pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, _packed_blanks(), Filter=Name.FlateDecode)
    return _saved(pdf, dice)


@lru_cache(maxsize=1)
def _packed_blanks() -> bytes:
    return zlib.compress(b" " * (1 << 20) * 320, 9)


def image_of_a_bomb(dice: random.Random) -> bytes:
    """An image that says it is 30,000 pixels square."""
    pdf = _one_page(b"q 500 0 0 500 50 50 cm /X0 Do Q\n", dice)
    image = pikepdf.Stream(pdf, zlib.compress(bytes(1 << 20)), Filter=Name.FlateDecode)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 30_000, 30_000
    image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceRGB
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=image)
    return _saved(pdf, dice)


def tree_in_circles(dice: random.Random) -> bytes:
    pdf = _one_page(_line(dice, 612, 792), dice)
    loop = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=1, Kids=Array()))
    loop.Kids = Array([loop, pdf.pages[0].obj])
    data = _plainly_saved(pdf)
    root = pdf.Root.Pages.objgen[0]
    return data.replace(b"/Kids [", b"/Kids [ %d 0 R " % root, 1)


def arrays_without_end(dice: random.Random) -> bytes:
    pdf = _one_page(_line(dice, 612, 792), dice)
    data = _plainly_saved(pdf)
    depth = dice.choice([400, 20_000])
    return data.replace(b"/Type /Catalog", b"/Type /Catalog /Deep " + b"[" * depth + b"]" * depth)


def odd_keys(dice: random.Random) -> bytes:
    """Keys that hold something else than the standard has there."""
    pdf = _one_page(_line(dice, 612, 792), dice)
    page = pdf.pages[0].obj
    odd = [Name.Odd, 17, Array([1, Array([])]), Dictionary(A=1), pikepdf.String("odd"), None, True]
    for holder in (page, page.Resources, pdf.Root):
        keys = [
            "/Annots",
            "/Group",
            "/Resources",
            "/XObject",
            "/Font",
            "/AcroForm",
            "/OCProperties",
            "/Names",
            "/Outlines",
        ]
        for key in dice.sample(
            [*keys, "/Metadata", "/StructTreeRoot", "/PageLabels", "/Rotate", "/UserUnit", "/Dests"], 2
        ):
            value = dice.choice(odd)
            if value is None:
                continue
            holder[key] = value
    return _saved(pdf, dice)


def broken_content(dice: random.Random) -> bytes:
    junk = [
        b"(unclosed",
        b"<AB",
        b"[1 2 (x",
        b"BI /W 1 ID",
        b"/F1 Tf",
        b"1 2 3 re re",
        b"<< /A",
        b"\x00\xff\xfe",
        b"Tj",
        b"1e999 w",
        b"--5 w",
    ]
    parts = [_line(dice, 612, 792), *dice.sample(junk, 3), _line(dice, 612, 792)]
    return _saved(_one_page(b"\n".join(parts), dice), dice)


def broken_font(dice: random.Random) -> bytes:
    pdf = _one_page(_line(dice, 612, 792), dice)
    font = pdf.pages[0].obj.Resources.Font
    program = pdf.make_stream(dice.randbytes(500))
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.X, Flags=4, FontFile2=program)
    for key in ("/F1", "/F2"):
        font[key] = Dictionary(
            Type=Name.Font, Subtype=dice.choice([Name.TrueType, Name.Type0, Name.Type3, Name.Odd]), BaseFont=Name.X,
            FontDescriptor=descriptor, FirstChar=0, LastChar=dice.choice([-1, 3, 255]), Widths=Array([500] * 4),
            ToUnicode=pdf.make_stream(b"begincmap 1 beginbfrange <00> <FFFFFFFF> <0041> endbfrange endcmap"),
        )  # fmt: skip
    return _saved(pdf, dice)


def broken_image(dice: random.Random) -> bytes:
    pdf = _one_page(b"q 300 0 0 300 50 50 cm /X0 Do Q\n" + _line(dice, 612, 792), dice)
    codec = dice.choice(
        [Name.DCTDecode, Name.JPXDecode, Name.CCITTFaxDecode, Name.JBIG2Decode, Name.FlateDecode, Name.Odd]
    )
    image = pikepdf.Stream(pdf, dice.randbytes(800), Filter=codec)
    image.Type, image.Subtype, image.Width, image.Height = Name.XObject, Name.Image, 40, 40
    image.BitsPerComponent, image.ColorSpace = dice.choice([1, 8, 16]), dice.choice([Name.DeviceGray, Name.Odd])
    pdf.pages[0].obj.Resources.XObject = Dictionary(X0=image)
    return _saved(pdf, dice)


def many_pages(dice: random.Random) -> bytes:
    pdf = pikepdf.new()
    for _ in range(60):
        _page(pdf, _line(dice, 612, 792), 612, 792, dice)
    return _saved(pdf, dice)


def _plainly_saved(pdf: Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return buffer.getvalue()


# --- damage done to sound files


def _harmed(harm: Harm) -> Draw:
    def draw(dice: random.Random) -> bytes:
        pdf = pikepdf.new()
        for _ in range(dice.randint(1, 3)):
            _page(pdf, b"".join(_line(dice, 612, 792) for _ in range(9)), 612, 792, dice)
        return harm(dice, _plainly_saved(pdf))

    return draw


def cut_off(dice: random.Random, data: bytes) -> bytes:
    return data[: dice.randint(1, len(data) - 1)]


def cut_out(dice: random.Random, data: bytes) -> bytes:
    at = dice.randint(0, len(data) - 200)
    return data[:at] + data[at + dice.randint(1, 200) :]


def flipped(dice: random.Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 40)):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def wrong_table(dice: random.Random, data: bytes) -> bytes:
    at = data.rindex(b"startxref")
    return data[:at] + b"startxref\n%d\n%%%%EOF\n" % dice.choice([0, 7, len(data) * 3, -1])


def wrong_offsets(dice: random.Random, data: bytes) -> bytes:
    return b"%PDF-1.7\n% moved\n" + data[9:]


def wrong_lengths(dice: random.Random, data: bytes) -> bytes:
    return data.replace(b"/Length ", b"/Length %d" % dice.choice([0, 9, 99]), 1)


def twice_the_same_number(dice: random.Random, data: bytes) -> bytes:
    return data.replace(b"\nxref\n", b"\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Again true >>\nendobj\nxref\n")


def two_in_one(dice: random.Random, data: bytes) -> bytes:
    return data + page_of_words(dice)


def no_pdf(dice: random.Random, data: bytes) -> bytes:
    return dice.choice(
        [b"", b"%PDF-", b"%PDF-1.7\n%%EOF", dice.randbytes(3_000), b"<html>" + data, b"PK\x03\x04" + data[:500]]
    )


DRAWN: Sequence[Draw] = (
    page_of_words, no_pages, empty_page, page_as_large_as_a_field, page_without_size, many_states, forms_in_forms,
    page_that_says_nothing_of_its_size, laughing_forms, form_in_itself, bomb, image_of_a_bomb, tree_in_circles,
    arrays_without_end, odd_keys, broken_content, broken_font, broken_image, many_pages, page_of_words,
)  # fmt: skip
HARMED: Sequence[Harm] = (
    cut_off, cut_out, flipped, wrong_table, wrong_offsets, wrong_lengths, twice_the_same_number, two_in_one, no_pdf,
)  # fmt: skip
