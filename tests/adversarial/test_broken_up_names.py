"""A name that is whole to the eye and in pieces in the file, or the other way round."""

from __future__ import annotations

import unicodedata

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import SECRET, array, helvetica, words
from hiding import Attack, Ending, Hide, assert_safe, endings_of, fooling, left_by_naive, on_page
from pikepdf import Dictionary, Pdf

_FIRST, _LAST = SECRET.split()


def line(shown: str, *, before: str = "") -> bytes:
    return f"BT {before} /F1 12 Tf 1 0 0 1 72 600 Tm {shown} ET\n".encode()


def says(**meanings: str) -> Hide:
    """F2 is Helvetica whose codes (their letter as key) stand for more, or other, letters than one."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        entries = " ".join(f"<{ord(k):02X}> <{v.encode('utf-16-be').hex()}>" for k, v in meanings.items())
        table = pdf.make_stream(
            b"begincmap 1 begincodespacerange <00><ff> endcodespacerange "
            + f"{len(meanings)} beginbfchar {entries} endbfchar endcmap".encode()
        )
        page.obj.Resources.Font.F2 = pdf.make_indirect(helvetica(ToUnicode=table))

    return hide


def turned(angle: int) -> Hide:
    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        page.obj.Rotate = angle

    return hide


def unit(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A page counted in halves of a point, cropped and turned."""
    page.obj.UserUnit, page.obj.CropBox, page.obj.Rotate = 0.5, array(20, 20, 590, 770), 270


def down(text: str) -> bytes:
    """Letters one below the other, as vertical writing has them."""
    return b"".join(words(72, 100 + 12 * n, letter) for n, letter in enumerate(text) if letter != " ")


def scattered(text: str) -> bytes:
    """Letters in their places, shown from the last to the first."""
    return b"".join(words(72 + 8 * n, 100, c) for n, c in reversed(list(enumerate(text))) if c != " ")


def composed(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    says(**{"1": unicodedata.normalize("NFD", "ó"), "2": "\u00ad", "3": "\u200b"})(pdf, page, text)


def by_font(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A second font of the same look."""
    page.obj.Resources.Font.F2 = pdf.make_indirect(helvetica())


def font_of_a_state(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    page.obj.Resources.ExtGState = Dictionary(G1=Dictionary(Font=array(page.obj.Resources.Font.F1, 11)))


ATTACKS: dict[str, Attack] = {
    "kerned": on_page(lambda t: line("[(Mar)-40(is)15(ol Q)60(uint)-20(ani)5(lla)] TJ"), shows=True, fools=False),
    "letter by letter": on_page(lambda t: line(" ".join(f"({c}) Tj" for c in t)), shows=True, fools=False),
    "from the last letter to the first": on_page(scattered, shows=True, ending=Ending.EITHER),
    "octal and hexadecimal": on_page(
        lambda t: line("(" + "".join(f"\\{ord(c):03o}" for c in _FIRST) + " ) Tj <" + _LAST.encode().hex() + "> Tj"),
        shows=True,
        fools=False,
    ),
    "letter-spaced": on_page(lambda t: words(72, 100, " ".join(_LAST)), shows=True),
    "set apart": on_page(lambda t: line(f"({t}) Tj", before="1.5 Tc"), shows=True, fools=False),
    "set wide apart": on_page(lambda t: line(f"({t}) Tj", before="6 Tc"), shows=True, ending=Ending.EITHER),
    "a font for each half": on_page(
        lambda t: words(72, 100, t[:11]) + words(72 + 52.6, 100, t[11:], font="F2"), by_font, shows=True, fools=False
    ),
    "font set by a graphics state": on_page(
        lambda t: f"/G1 gs BT 1 0 0 1 72 600 Tm ({t}) Tj ET\n".encode(),
        font_of_a_state,
        shows=True,
        fools=False,
        ending=Ending.EITHER,
    ),
    "ligature": on_page(
        lambda t: words(72, 100, f"{_FIRST} Q{{tanilla", font="F2"), says(**{"{": "uin"}), shows=True, fools=False
    ),
    "a look-alike in the map": on_page(
        lambda t: words(72, 100, "M1risol Quintanilla", font="F2"),
        says(**{"1": "\u0430"}),
        shows=True,
        ending=Ending.EITHER,
    ),
    "an accent apart": on_page(
        lambda t: words(72, 100, "Maris1l Quintanilla", font="F2"), composed, shows=True, ending=Ending.EITHER
    ),
    "soft hyphens": on_page(
        lambda t: words(72, 100, "Mari2sol Quin2tanilla", font="F2"), composed, shows=True, ending=Ending.EITHER
    ),
    "blanks of no width": on_page(
        lambda t: words(72, 100, "Mari3sol Quin3tanilla", font="F2"), composed, shows=True, ending=Ending.EITHER
    ),
    "over two lines": on_page(
        lambda t: words(72, 100, f"He met {_FIRST}") + words(72, 114, f"{_LAST} at noon"), shows=True, fools=False
    ),
    "hyphenated": on_page(
        lambda t: words(72, 100, f"He met {_FIRST} Quinta-") + words(72, 114, "nilla at noon"), shows=True
    ),
    "pieces in the wrong order": on_page(
        lambda t: words(120, 100, _LAST) + words(72, 100, _FIRST), shows=True, fools=False
    ),
    "letters below each other": on_page(down, shows=True, ending=Ending.EITHER),
    "right to left": on_page(lambda t: words(72, 100, t[::-1]), shows=True, ending=Ending.EITHER, fools=False),
    "mirrored twice": on_page(
        lambda t: f"q -1 0 0 1 612 0 cm BT /F1 12 Tf -1 0 0 1 540 600 Tm ({t}) Tj ET Q\n".encode(),
        shows=True,
        fools=False,
    ),
    "page turned a quarter": on_page(lambda t: words(72, 100, t), turned(90), shows=True, fools=False),
    "page upside down": on_page(lambda t: words(72, 100, t), turned(180), shows=True, fools=False),
    "page in halves of a point": on_page(lambda t: words(72, 100, t), unit, shows=True, fools=False),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_pieces_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_pieces(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
