"""A name that is whole to the eye and in pieces in the file, or the other way round."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import PLAIN, Produced, assert_clean, produced, sheet
from drawn_originals import SECRET, Change, drawn, helvetica, words
from pikepdf import Dictionary, Name, Pdf

_FIRST, _LAST = SECRET.split()


def line(shown: str, *, before: str = "") -> bytes:
    return f"BT {before} /F1 12 Tf 1 0 0 1 72 600 Tm {shown} ET\n".encode()


def ligature(pdf: Pdf, page: pikepdf.Page) -> None:
    """One code that stands for the three letters "uin"."""
    table = pdf.make_stream(
        b"begincmap 1 begincodespacerange <00><ff> endcodespacerange 1 beginbfchar <7B> <00750069006E> endbfchar endcmap"
    )
    page.obj.Resources.Font.F2 = pdf.make_indirect(helvetica(ToUnicode=table))


def shared(pdf: Pdf, page: pikepdf.Page) -> None:
    first = pdf.pages[0].obj.Resources
    if "/XObject" not in first:
        form = pdf.make_stream(words(72, 100, f"Met {SECRET} today"))
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, pikepdf.Array([0, 0, 612, 792])
        form.Resources = Dictionary(Font=Dictionary(F1=first.Font.F1))
        first.XObject = Dictionary(X0=form)
    page.obj.Resources.XObject = Dictionary(X0=first.XObject.X0)


def turned(angle: int) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        page.obj.Rotate = angle

    return change


ATTACKS: dict[str, tuple[bytes, Change | None]] = {
    "kerned": (line("[(Mar)-40(is)15(ol Q)60(uint)-20(ani)5(lla)] TJ"), None),
    "letter by letter": (line(" ".join(f"({letter}) Tj" for letter in SECRET)), None),
    "letter-spaced": (words(72, 100, " ".join(_LAST)), None),
    "set apart": (line(f"({SECRET}) Tj", before="1.5 Tc"), None),
    "ligature": (words(72, 100, f"{_FIRST} Q{{tanilla", font="F2"), ligature),
    "over two lines": (words(72, 100, f"He met {_FIRST}") + words(72, 114, f"{_LAST} at noon"), None),
    "hyphenated": (words(72, 100, f"He met {_FIRST} Quinta-") + words(72, 114, "nilla at noon"), None),
    "pieces in the wrong order": (words(120, 100, _LAST) + words(72, 100, _FIRST), None),
    "page turned a quarter": (words(72, 100, SECRET), turned(90)),
    "page upside down": (words(72, 100, SECRET), turned(180)),
}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    attacks = enumerate(ATTACKS.items())
    originals = {name: sheet(number, content, change=change) for number, (name, (content, change)) in attacks}
    page = words(72, 72, PLAIN) + b"/X0 Do\n"
    originals["form on three pages"] = drawn(page, page + b"q Q\n", page + b"q q Q Q\n", change=shared)
    return produced(tmp_path_factory.mktemp("matter"), originals)


@pytest.mark.parametrize("attack", [*ATTACKS, "form on three pages"])
def test_a_name_in_pieces_is_in_no_copy(copies: dict[str, Produced], attack: str) -> None:
    assert_clean(copies[attack])
