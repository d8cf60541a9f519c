"""Words in what a document carries beside its pages: scripts, bookmarks, destinations, labels, links, articles."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from attacked_matter import Produced
from drawn_originals import array
from hiding import Attack, Hide, assert_safe, beside, endings_of, fooling, left_by_naive, unclaimed_left, unseen
from pikepdf import Dictionary, Name, OutlineItem, Pdf, String


def script(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{text}')"))
    pdf.Root.OpenAction = action
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=array(String(text), action)))
    page.obj.AA = Dictionary(O=action)


def script_in_a_stream(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pdf.make_stream(f"app.alert('{text}')".encode()))


def actions(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """A chain of actions that send, launch and go to another file."""
    launch = Dictionary(S=Name.Launch, F=String(f"{text}.exe"))
    remote = Dictionary(S=Name.GoToR, F=String(f"{text}.pdf"), D=array(0, Name.Fit), Next=launch)
    send = Dictionary(S=Name.SubmitForm, F=String(f"https://example.org/{text}"), Next=array(remote))
    hide = Dictionary(S=Name.Hide, T=String(text), Next=Dictionary(S=Name.ImportData, F=String(text), Next=send))
    pdf.Root.AA = Dictionary(WC=hide, DP=Dictionary(S=Name("/Rendition"), JS=String(text)))
    pdf.Root.URI = Dictionary(Base=String(f"https://example.org/{text}/"))


def outline(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    with pdf.open_outline() as tree:
        tree.root.append(OutlineItem(text, 0))


def destination(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    place = array(page.obj, Name.Fit)
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=array(String(text), place)))
    pdf.Root.Dests = Dictionary({"/" + text.replace(" ", ""): place})


def page_label(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=array(0, Dictionary(P=String(f"{text} "), S=Name.D)))


def link(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    uri = Dictionary(S=Name.URI, URI=String(f"https://example.org/?q={text.replace(' ', '+')}"))
    page.obj.Annots = array(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=array(72, 600, 200, 620), A=uri, Contents=String(text))
    )


def link_by_name(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    gone = Dictionary(S=Name.GoTo, D=String(text))
    page.obj.Annots = array(
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=array(72, 600, 200, 620), A=gone, PA=gone, NM=String(text))
    )


def thread(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    bead = pdf.make_indirect(Dictionary(P=page.obj, R=array(0, 0, 9, 9)))
    article = pdf.make_indirect(Dictionary(F=bead, I=Dictionary(Title=String(text))))
    bead.T, bead.N, bead.V = article, bead, bead
    pdf.Root.Threads, page.obj.B = array(article), array(bead)


def transition(pdf: Pdf, page: pikepdf.Page, text: str) -> None:
    """Pages that turn by themselves, templates and navigation, each with the words in a key of its own."""
    page.obj.Trans = Dictionary(Type=Name.Trans, S=Name.Dissolve, Whose=String(text))
    page.obj.PresSteps = Dictionary(Type=Name.NavNode, NA=Dictionary(S=Name.JavaScript, JS=String(text)))
    pdf.Root.Names = Dictionary(Templates=Dictionary(Names=array(String(text), page.obj)))
    pdf.Root.ViewerPreferences = Dictionary(Whose=String(text))


HIDES: dict[str, Hide] = {
    "script": script,
    "script in a stream": script_in_a_stream,
    "actions": actions,
    "outline": outline,
    "destination": destination,
    "page label": page_label,
    "link": link,
    "link by a name": link_by_name,
    "article thread": thread,
    "transition, template, preferences": transition,
}
ATTACKS: dict[str, Attack] = {name: beside(hide) for name, hide in HIDES.items()}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Produced]:
    return endings_of(ATTACKS, tmp_path_factory.mktemp("matter"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_name_beside_the_pages_is_in_no_copy(endings: dict[str, Produced], attack: str) -> None:
    assert_safe(ATTACKS[attack], endings[attack])


@pytest.mark.parametrize("attack", unseen(ATTACKS))
def test_words_beside_the_pages_go_although_no_finding_claims_them(attack: str, tmp_path: Path) -> None:
    assert unclaimed_left(ATTACKS[attack], tmp_path) == []


@pytest.mark.parametrize("attack", fooling(ATTACKS))
def test_a_writer_that_searches_and_covers_leaves_a_name_beside_the_pages(attack: str) -> None:
    assert left_by_naive(ATTACKS[attack])
