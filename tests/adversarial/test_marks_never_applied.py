"""Redaction marks that somebody drew and never applied: an order, whatever lies under them."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import Produced, produced
from drawn_originals import array, words
from hiding import Attack, Hide, left_in, on_page
from pikepdf import Dictionary, Name, Pdf, String

ORDERED = "Cobalt Sandpiper"
"""Words that no finding claims; only the mark says that they go."""


def mark(**more: object) -> Hide:
    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        made = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=array(68, 488, 260, 505), **more)
        page.obj.Annots = array(pdf.make_indirect(made))

    return hide


def turned(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    mark()(pdf, page, text)
    page.obj.Rotate = 180


def text_at(text: str) -> bytes:
    return words(72, 300, text)


QUAD = array(68, 505, 260, 505, 68, 488, 260, 488)
ATTACKS: dict[str, Attack] = {
    "rectangle": on_page(text_at, mark(), shows=True, fools=False),
    "quads": on_page(text_at, mark(QuadPoints=QUAD), shows=True, fools=False),
    "hidden mark": on_page(text_at, mark(F=2), shows=True, fools=False),
    "mark with overlay": on_page(
        text_at, mark(OverlayText=String("DENIED"), DA=String("/Helv 9 Tf")), shows=True, fools=False
    ),
    "turned page": on_page(text_at, turned, shows=True, fools=False),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    folder = tmp_path_factory.mktemp("matter")
    return produced(folder, {name: attack.draw(n, ORDERED) for n, (name, attack) in enumerate(ATTACKS.items())})


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_under_a_mark_go_although_no_finding_claims_them(endings: dict[str, Produced], attack: str) -> None:
    assert endings[attack].status == "produced"
    assert left_in(endings[attack].pdf, ORDERED) == []
