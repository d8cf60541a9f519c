"""A name in text for the ear, in marks of the content, and in layers that are switched off."""

from __future__ import annotations

import pikepdf
import pytest
from attacked_matter import Produced, assert_clean, produced, sheet
from drawn_originals import SECRET, Change, array, words
from pikepdf import Dictionary, Name, Pdf, String


def structure(key: str) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        element = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.P, Pg=page.obj, K=0, **{key: String(SECRET)})
        )
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=array(element)))
        element.P = root
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)

    return change


def layer(name: str, *, off: bool) -> Change:
    def change(pdf: Pdf, page: pikepdf.Page) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
        page.obj.Resources.Properties = Dictionary(L1=group)
        usual = Dictionary(ON=array(), OFF=array(group)) if off else Dictionary(ON=array(group), OFF=array())
        pdf.Root.OCProperties = Dictionary(OCGs=array(group), D=usual)

    return change


def marked(properties: str) -> bytes:
    return f"/Span <<{properties}>> BDC\n".encode() + words(72, 100, "Two teams.") + b"EMC\n"


ON_LAYER = b"/OC /L1 BDC\n" + words(72, 100, SECRET) + b"EMC\n"
ATTACKS: dict[str, tuple[bytes, Change | None]] = {
    "ActualText of the structure": (b"", structure("ActualText")),
    "Alt of the structure": (b"", structure("Alt")),
    "title of the structure": (b"", structure("T")),
    "ActualText in the content": (marked(f"/ActualText ({SECRET})"), None),
    "Alt and E in the content": (marked(f"/Alt ({SECRET}) /E ({SECRET})"), None),
    "tag of a mark": (f"/{SECRET.split()[1]} MP\n".encode(), None),
    "layer that is off": (ON_LAYER, layer("Notes", off=True)),
    "layer that is on": (ON_LAYER, layer("Notes", off=False)),
    "name of a layer": (b"", layer(SECRET, off=True)),
    "comment in the content": (f"% {SECRET}\n".encode(), None),
    "operand that nothing takes": (f"({SECRET}) q Q\n".encode(), None),
}


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    attacks = enumerate(ATTACKS.items())
    originals = {name: sheet(number, content, change=change) for number, (name, (content, change)) in attacks}
    return produced(tmp_path_factory.mktemp("matter"), originals)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_that_the_page_only_carries_along_is_in_no_copy(copies: dict[str, Produced], attack: str) -> None:
    assert_clean(copies[attack])
