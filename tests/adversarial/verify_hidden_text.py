"""Copies that still hold a withheld value where a reader of the page does not see it."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
import pytest
from drawn_copies import NAME, NUMBER, Drawn, copy_page, words

from redactor.verify import Expectation, WithheldValue

QUIET = "Tr 3 is how a scan's text layer hides"


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    return Drawn(tmp_path)


def with_extra(drawn: Drawn, extra: bytes) -> set[str]:
    return drawn.with_(copies=(copy_page(extra=extra),)).failed()


def test_a_sound_copy_passes_every_check(drawn: Drawn) -> None:
    assert drawn.failed() == set()


def test_a_box_over_live_text_is_found(drawn: Drawn) -> None:
    page = words(190, 72, NAME) + copy_page()
    failed = drawn.with_(copies=(page,)).failed()
    assert {"residue: pdfium", "residue: pypdf", "residue: content streams", "no text under boxes"} <= failed


def test_a_name_cut_up_by_kerning_is_found(drawn: Drawn) -> None:
    cut = b"BT /F1 1 Tf 1 0 0 1 72 300 Tm [(Mari) -20 (sol) -300 (Qui) 15 (nta) 15 (nilla)] TJ ET\n"
    assert "residue: content streams" in with_extra(drawn, cut)


def test_a_number_shown_digit_by_digit_is_found(drawn: Drawn) -> None:
    each = b"".join(b"(%c) Tj 4 0 Td " % digit for digit in b"A200555123")
    assert "residue: content streams" in with_extra(drawn, b"BT /F1 2 Tf 72 300 Td " + each + b"ET\n")


def test_text_in_a_mode_that_paints_nothing_is_found_whatever_it_says(drawn: Drawn) -> None:
    for mode in (b"3 Tr", b"7 Tr"):
        assert with_extra(drawn, b"q " + words(72, 300, QUIET, before=mode) + b"Q\n") == {"no invisible text"}


def test_a_value_split_over_two_lines_is_found(drawn: Drawn) -> None:
    split = words(72, 300, "A200-555-") + words(72, 314, "123 and Maris-") + words(72, 328, "ol Quintanilla")
    assert "residue: pdfium" in with_extra(drawn, split)


def test_white_words_off_the_page_are_found(drawn: Drawn) -> None:
    assert "residue: pypdf" in with_extra(drawn, b"q 1 g " + words(900, 300, NAME) + b"Q\n")


def test_actual_text_is_found_even_where_it_is_innocent(drawn: Drawn) -> None:
    failed = with_extra(drawn, b"/Span <</ActualText (" + NAME.encode() + b")>> BDC EMC\n")
    assert {"no marked-content text", "residue: content streams"} <= failed
    assert with_extra(drawn, b"/Span <</ActualText (door)>> BDC EMC\n") == {"no marked-content text"}
    assert with_extra(drawn, b"/P <</MCID 3>> BDC EMC\n") == set()


def test_a_hexadecimal_string_is_read(drawn: Drawn) -> None:
    shown = b"BT /F1 1 Tf 72 300 Td <" + NAME.encode().hex().encode() + b"> Tj ET\n"
    assert "residue: content streams" in with_extra(drawn, shown)


def test_a_comment_in_a_content_stream_is_found(drawn: Drawn) -> None:
    assert with_extra(drawn, b"% was: " + NUMBER.encode() + b"\n") >= {"residue: streams"}


def test_glyph_ids_are_read_through_tounicode(drawn: Drawn) -> None:
    letters = sorted(set(NAME))
    mapping = "".join(f"<{at + 1:04X}> <{ord(letter):04X}>\n" for at, letter in enumerate(letters))
    cmap = f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(letters)} beginbfchar\n{mapping}endbfchar\n"
    codes = "".join(f"{letters.index(letter) + 1:04X}" for letter in NAME)

    def add_font(pdf: pikepdf.Pdf) -> None:
        descendant = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=pikepdf.Name.AAAAAA,
            CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        )  # fmt: skip
        pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=pikepdf.Name.AAAAAA,
                Encoding=pikepdf.Name("/Identity-H"), DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_stream(cmap.encode()),
            )
        )  # fmt: skip

    extra = b"BT /F2 1 Tf 72 300 Td <" + codes.encode() + b"> Tj ET\n"
    failed = drawn.with_(copies=(copy_page(extra=extra),), change=add_font).failed()
    assert "residue: content streams" in failed


def in_info(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = f"Interview of {NAME}"


def in_utf16(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = pikepdf.String(b"\xfe\xff" + NAME.encode("utf-16-be"))


def in_xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = NAME


def in_outline(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines = pikepdf.Dictionary(First=pikepdf.Dictionary(Title=NAME))


def in_link(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/?q=" + NAME.replace(" ", "%20"))
    link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(link)])


def in_attachment(pdf: pikepdf.Pdf) -> None:
    file = pikepdf.Dictionary(EF=pikepdf.Dictionary(F=pdf.make_stream(NAME.encode())), F="a.txt")
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array(["a", file])))


def in_field(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pikepdf.Dictionary(T="x", V=NAME)]))


def in_piece_info(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.PieceInfo = pikepdf.Dictionary(App=pikepdf.Dictionary(Private=NAME))


def in_an_array_of_its_own(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Threads = pdf.make_indirect(pikepdf.Array([pikepdf.String(NAME)]))


def in_structure(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Dictionary(Alt=NAME))


@pytest.mark.parametrize(
    "change",
    [
        in_info,
        in_utf16,
        in_xmp,
        in_outline,
        in_link,
        in_attachment,
        in_field,
        in_piece_info,
        in_structure,
        in_an_array_of_its_own,
    ],
)
def test_a_value_kept_off_the_page_is_found(drawn: Drawn, change) -> None:  # type: ignore[no-untyped-def]
    failed = drawn.with_(change=change).failed()
    assert "only what shows pages" in failed
    assert failed & {"residue: objects", "residue: streams"}


def test_a_value_in_a_resource_name_or_font_name_is_found(drawn: Drawn) -> None:
    def rename(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.BaseFont = pikepdf.Name("/AAAAAA+Quintanilla")

    assert drawn.with_(change=rename).failed() >= {"residue: objects"}


def test_a_value_in_an_embedded_fonts_name_table_is_found(drawn: Drawn) -> None:
    name = "Wu".encode("utf-16-be")
    table = (0).to_bytes(2, "big") + (1).to_bytes(2, "big") + (18).to_bytes(2, "big")
    table += b"".join(n.to_bytes(2, "big") for n in (3, 1, 0x409, 1, len(name), 0)) + name
    sfnt = b"\0\1\0\0" + b"\0\1" + bytes(6) + b"name" + bytes(4) + (28).to_bytes(4, "big")
    sfnt += len(table).to_bytes(4, "big") + table

    def embed(pdf: pikepdf.Pdf) -> None:
        descriptor = pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontFile2=pdf.make_stream(sfnt))
        pdf.pages[0].obj.Resources.Font.F1.FontDescriptor = pdf.make_indirect(descriptor)

    short = drawn.with_(values=(WithheldValue("Wu", True),), change=embed)
    assert "residue: fonts" in short.failed()
    assert "residue: fonts" not in short.with_(values=(WithheldValue("Wo", True),)).failed()


def test_a_form_that_no_page_paints_is_read_too(drawn: Drawn) -> None:
    def add_form(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(
            words(0, 700, NAME), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9]
        )
        form.Resources = pdf.pages[0].obj.Resources
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(
            Font=pdf.pages[0].obj.Resources.Font, XObject=pikepdf.Dictionary(X1=form)
        )

    assert "residue: content streams" in drawn.with_(change=add_form).failed()


def test_text_inside_a_compressed_image_is_found(drawn: Drawn) -> None:
    def add_image(pdf: pikepdf.Pdf) -> None:
        pixels = NAME.encode().ljust(400, b"\0")
        image = pikepdf.Stream(pdf, zlib.compress(pixels), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height, image.BitsPerComponent = 20, 20, 8
        image.ColorSpace, image.Filter = pikepdf.Name.DeviceGray, pikepdf.Name.FlateDecode
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X1=pdf.make_indirect(image))

    assert "residue: streams" in drawn.with_(change=add_image).failed()


def test_an_officers_same_surname_may_stand_where_it_is_expected(drawn: Drawn) -> None:
    officer = words(72, 130, "Deportation Officer R. Quintanilla signed.")
    shown = drawn.with_(
        originals=(drawn.originals[0] + officer,), copies=(copy_page(extra=officer),),
    )  # fmt: skip
    assert "residue: pdfium" in shown.failed()
    lawful = (Expectation(1, {"Quintanilla": 1}),)
    assert shown.with_(expected=lawful).failed() == set()
    again = officer + words(72, 160, "Quintanilla")
    assert "residue: pdfium" in shown.with_(expected=lawful, copies=(copy_page(extra=again),)).failed()


def test_a_common_word_that_is_also_a_surname_is_no_false_alarm(drawn: Drawn) -> None:
    values = (WithheldValue("Noon", False), WithheldValue("Al Li", True), WithheldValue("Ana", True))
    around = words(72, 130, "By noon all I saw was an A-number banana.")
    ok = drawn.with_(values=values, originals=(drawn.originals[0] + around,), copies=(copy_page(extra=around),))
    assert ok.failed() == set()


def test_a_weak_value_is_counted_on_the_pages_that_name_it(drawn: Drawn) -> None:
    day = drawn.with_(values=(WithheldValue("4", False),))
    assert day.failed() == set()
    assert day.with_(expected=(Expectation(1, {"4": 1}),)).failed() == set()
    assert day.with_(expected=(Expectation(1, {"4": 0}),)).failed() == {"residue: pdfium"}


def test_a_longer_number_that_contains_a_value_is_no_false_alarm(drawn: Drawn) -> None:
    longer = words(72, 130, "Invoice 9920055512399")
    values = (WithheldValue("200555123", True),)
    ok = drawn.with_(values=values, originals=(drawn.originals[0] + longer,), copies=(copy_page(extra=longer),))
    assert ok.failed() == set()
