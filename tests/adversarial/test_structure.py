"""Words in text for the ear, in marks of the content, and in what viewers pass over in silence."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array, words
from hiding import (
    Attack,
    Hide,
    assert_safe,
    beside,
    endings_of,
    fooling,
    left_by_naive,
    on_page,
    unclaimed_left,
    unseen,
)
from pikepdf import Dictionary, Name, Pdf, String


def structure(**keys: object) -> Hide:
    """A structure element with the words for every ``"*"``."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        said = {key: String(text) if value == "*" else value for key, value in keys.items()}
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=page.obj, K=0, **said))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=array(element)))
        element.P = root
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)

    return hide


def maps(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Roles, classes, identifiers and attributes of the structure."""
    structure(ID="*", Lang="*")(pdf, page, text)
    own = Dictionary(O=Name.UserProperties, P=array(Dictionary(N=String(text), V=String(text), F=String(text))))
    root = pdf.Root.StructTreeRoot
    root.RoleMap = Dictionary({"/" + text.replace(" ", ""): Name.P})
    root.ClassMap = Dictionary({"/" + text.replace(" ", ""): own})
    root.IDTree = Dictionary(Names=array(String(text), root.K[0]))
    root.K[0].A = own


def properties(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    listed = Dictionary(ActualText=String(text), Alt=String(text))
    page.obj.Resources.Properties = Dictionary(P1=pdf.make_indirect(listed))


def marked(said: str) -> bytes:
    return f"/Span <<{said}>> BDC\n".encode() + words(72, 100, "Two teams.") + b"EMC\n"


NAMED = b"/Span /P1 BDC\n" + words(72, 100, "Two teams.") + b"EMC /Artifact /P1 DP\n"

ATTACKS: dict[str, Attack] = {
    "ActualText of the structure": beside(structure(ActualText="*")),
    "Alt of the structure": beside(structure(Alt="*")),
    "title and expansion of the structure": beside(structure(T="*", E="*")),
    "maps and attributes of the structure": beside(maps),
    "ActualText in the content": on_page(lambda text: marked(f"/ActualText ({text})")),
    "ActualText in hexadecimal utf-16": on_page(
        lambda text: marked(f"/ActualText <feff{text.encode('utf-16-be').hex()}>")
    ),
    "Alt and E in the content": on_page(lambda text: marked(f"/Alt ({text}) /E ({text})")),
    "properties of marked content": on_page(lambda text: NAMED, properties),
    "tag of a mark": on_page(lambda text: f"/{text.split()[1]} MP /{text.split()[0]} BMC EMC\n".encode(), fools=False),
    "comment in the content": on_page(lambda text: f"% {text}\n".encode()),
    "operand that nothing takes": on_page(lambda text: f"({text}) q Q\n".encode()),
    "operator that nobody knows": on_page(lambda text: f"BX ({text}) {text.replace(' ', '')} EX\n".encode()),
    "key of an inline image": on_page(
        lambda text: f"q 9 0 0 9 300 300 cm BI /W 1 /H 1 /BPC 8 /CS /G /X ({text}) ID \x80 EI Q\n".encode("latin-1")
    ),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_structure_or_marks_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_structure_or_marks_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_structure_or_marks(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
