"""Bad redactions of somebody else's, found without knowing what they hide."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from drawn_originals import drawn, fill, words
from pikepdf import Array, Dictionary, Name

from redactor.verify import doubt


def failures(tmp_path: Path, data: bytes) -> dict[str, tuple[str, ...]]:
    path = tmp_path / "somebody's.pdf"
    path.write_bytes(data)
    return {check.name: check.problems for check in doubt(path) if not check.passed}


PLAIN = words(72, 100, "The officer met somebody at the door - twice.")


def test_a_page_of_plain_words_raises_no_doubt(tmp_path: Path) -> None:
    assert failures(tmp_path, drawn(PLAIN)) == {}


def test_a_box_with_its_own_label_raises_no_doubt(tmp_path: Path) -> None:
    label = b"q 1 g " + words(75, 130, "REDACTED") + b" Q\n"
    assert failures(tmp_path, drawn(PLAIN + fill(70, 118, 200, 134) + label)) == {}


@pytest.mark.parametrize("colour", ["0 g", "1 g", "0.5 0.5 0.5 rg", "0 0 0.4 rg"])
def test_live_text_under_a_box_of_any_colour_is_found(tmp_path: Path, colour: str) -> None:
    data = drawn(PLAIN + words(72, 130, "Marisol Quintanilla") + fill(70, 118, 200, 134, colour))
    [(name, problems)] = failures(tmp_path, data).items()
    assert name == "no live text under a box"
    assert problems == ("page 1: 18 letters that cannot be seen, in 1 places",)


def test_no_report_holds_what_it_found(tmp_path: Path) -> None:
    data = drawn(words(72, 130, "Marisol Quintanilla") + fill(70, 118, 200, 134))
    assert "Marisol" not in repr(failures(tmp_path, data))


def test_white_text_is_found(tmp_path: Path) -> None:
    data = drawn(PLAIN + b"q 1 g " + words(72, 130, "Marisol Quintanilla") + b" Q\n")
    assert "no live text under a box" in failures(tmp_path, data)


def test_text_in_a_mode_that_paints_nothing_is_found(tmp_path: Path) -> None:
    data = drawn(PLAIN + words(72, 130, "Marisol Quintanilla", before="3 Tr"))
    assert {"no invisible text", "no live text under a box"} <= failures(tmp_path, data).keys()


def test_a_redaction_that_was_marked_and_never_applied_is_found(tmp_path: Path) -> None:
    def marked(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=Array([70, 660, 200, 676]))
        page.obj.Annots = Array([pdf.make_indirect(mark)])

    assert failures(tmp_path, drawn(PLAIN, change=marked))["no annotations"] == (
        "page 1: a redaction that was marked and never applied",
    )


def test_what_stands_beside_the_pages_is_found(tmp_path: Path) -> None:
    def described(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
        pdf.docinfo["/Title"] = "Marisol Quintanilla"
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([]))

    assert failures(tmp_path, drawn(PLAIN, change=described))["nothing beside the pages"] == (
        "document: layers that can be hidden",
        "document: bookmarks",
        "document: an information dictionary (author, title, dates)",
    )


def test_an_earlier_version_in_the_file_is_found(tmp_path: Path) -> None:
    data = drawn(PLAIN)
    assert "one revision" in failures(tmp_path, data + b"\n1 0 obj <<>> endobj\nstartxref\n0\n%%EOF\n")


def test_a_file_that_is_no_pdf_fails_and_does_not_crash(tmp_path: Path) -> None:
    assert {"opens with pikepdf", "opens with pdfium"} <= failures(tmp_path, b"%PDF-1.7 nothing").keys()
