"""Words in optional content: off by any of the ways to switch it off, and in the names of layers."""

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


def layer(default: str, *, name: str = "Notes") -> Hide:
    """The page's layer L1 under a default configuration: ``off``, ``on``, or ``base`` (off unless switched on)."""

    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name.replace("*", text))))
        usual = {
            "off": Dictionary(ON=array(), OFF=array(group)),
            "on": Dictionary(ON=array(group), OFF=array()),
            "base": Dictionary(BaseState=Name.OFF),
        }[default]
        page.obj.Resources.Properties = Dictionary(L1=group)
        pdf.Root.OCProperties = Dictionary(OCGs=array(group), D=usual)

    return hide


def membership(policy: str) -> Hide:
    def hide(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
        layer("off")(pdf, page, text)
        group = page.obj.Resources.Properties.L1
        member = Dictionary(Type=Name.OCMD, OCGs=array(group), P=Name("/" + policy))
        page.obj.Resources.Properties.L1 = pdf.make_indirect(member)

    return hide


def expression(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Visible where a layer is not on, which it is (ISO 32000-1, 8.11.2.2)."""
    layer("on")(pdf, page, text)
    group = page.obj.Resources.Properties.L1
    member = Dictionary(Type=Name.OCMD, VE=array(Name.Not, group))
    page.obj.Resources.Properties.L1 = pdf.make_indirect(member)


def for_print_only(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """On by default, and switched off by what the reader does: viewing."""
    layer("on")(pdf, page, text)
    group = page.obj.Resources.Properties.L1
    group.Usage = Dictionary(View=Dictionary(ViewState=Name.OFF), Print=Dictionary(PrintState=Name.ON))
    usage = Dictionary(Event=Name.View, OCGs=array(group), Category=array(Name.View))
    pdf.Root.OCProperties.D.AS = array(usage)


def form_in_layer(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    layer("off")(pdf, page, text)
    form = pdf.make_stream(words(72, 100, text))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, array(0, 0, 612, 792)
    form.Resources = Dictionary(Font=page.obj.Resources.Font)
    form.OC = page.obj.Resources.Properties.L1
    page.obj.Resources.XObject = Dictionary(X1=form)


def other_texts(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Creator, order and configurations of the layers."""
    layer("on", name="*")(pdf, page, text)
    properties = pdf.Root.OCProperties
    properties.OCGs[0].Usage = Dictionary(
        CreatorInfo=Dictionary(Creator=String(text), Subtype=Name.Artwork), User=Dictionary(Name=String(text))
    )
    properties.D.Order = array(String(text), array(properties.OCGs[0]))
    properties.D.Name, properties.D.Creator = String(text), String(text)
    properties.Configs = array(Dictionary(Name=String(text), OFF=array()))


def on_layer(text: str) -> bytes:
    return b"/OC /L1 BDC\n" + words(72, 100, text) + b"EMC\n"


def nested(text: str) -> bytes:
    """In marks within the layer's mark, over a text object that begins outside."""
    shown = f"/Span BMC ({text}) Tj EMC".encode()
    return (
        b"BT /F1 11 Tf 1 0 0 1 72 600 Tm /OC /L1 BDC /P << /MCID 1 >> BDC " + shown + b" EMC EMC (Two teams.) Tj ET\n"
    )


ATTACKS: dict[str, Attack] = {
    "layer that is off": on_page(on_layer, layer("off")),
    "layer that nothing switches on": on_page(on_layer, layer("base")),
    "layer that is on": on_page(on_layer, layer("on"), shows=True, fools=False),
    "any of layers that are off": on_page(on_layer, membership("AnyOn")),
    "all of layers that are off": on_page(on_layer, membership("AllOn"), fools=False),
    "layer that shows by an expression": on_page(on_layer, expression, shows=True, fools=False),
    "layer that viewing switches off": on_page(on_layer, for_print_only, shows=True, fools=False),
    "form of a layer that is off": on_page(lambda text: b"/X1 Do\n", form_in_layer),
    "marks within a layer": on_page(nested, layer("off")),
    "name of a layer": beside(layer("off", name="*")),
    "texts of layers": beside(other_texts),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_a_layer_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_a_layer_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_a_layer(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
