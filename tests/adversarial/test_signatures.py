"""A name in a digital signature: its fields, its certificates, its appearance. A signature is void after redaction."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array
from hiding import Attack, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, Pdf, String
from test_annotations import appearance


def certificate(text: str) -> bytes:
    """The part of a certificate that names its subject (X.501): a set of a common name, in UTF-8 and in two bytes."""
    wide = text.encode("utf-16-be")
    name = b"\x06\x03\x55\x04\x03\x0c" + bytes([len(text)]) + text.encode()
    other = b"\x06\x03\x55\x04\x03\x1e" + bytes([len(wide)]) + wide
    return b"\x30\x82\x01\x00\x31" + bytes([len(name) + len(other)]) + name + other


def signed(pdf: Pdf, page: pikepdf.Page, text: str, *, shown: bool) -> None:
    value = Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/adbe.pkcs7.detached"), Name=String(text),
        Reason=String(f"I am {text}"), Location=String(text), ContactInfo=String(text), ByteRange=array(0, 1, 2, 3),
        Contents=String(certificate(text)), Cert=array(String(certificate(text))),
    )  # fmt: skip
    widget = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("Signature1"), F=4, V=pdf.make_indirect(value),
        Rect=array(72, 600, 300, 620) if shown else array(0, 0, 0, 0),
    )  # fmt: skip
    if shown:
        widget.AP = Dictionary(N=appearance(pdf, f"Signed by {text}"))
    widget = pdf.make_indirect(widget)
    page.obj.Annots = array(widget)
    pdf.Root.AcroForm = Dictionary(Fields=array(widget), SigFlags=3)
    pdf.Root.Perms = Dictionary(DocMDP=value)
    pdf.Root.DSS = Dictionary(Certs=array(pdf.make_stream(certificate(text))))


def seen(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    signed(pdf, page, text, shown=True)


def not_seen(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    signed(pdf, page, text, shown=False)


ATTACKS: dict[str, Attack] = {
    "signature that shows": beside(seen, shows=True),
    "signature that does not show": beside(not_seen),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_in_a_signature_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_in_a_signature_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_in_a_signature(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
