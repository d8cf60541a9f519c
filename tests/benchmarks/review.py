"""How long a reviewer waits at the desk of a large matter, drawn by code: 500 documents, 5,000 pages, 50,000 findings.

    python -m tests.benchmarks.review [--documents 500] [--pages 10] [--findings 10] [--long 1000]

Aims: the page's first view under 300 ms of server time, the next finding under 100 ms; both through the desk, and
through the reviewer's page where it is installed. ``--long`` adds a document of so many pages.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

from factories import page_text
from paper import write_pdf
from review_server import review_app
from reviewed_matter import ANN, ReviewedMatter
from starlette.testclient import TestClient

from redactor.model import (
    Category,
    Detection,
    Disposition,
    Document,
    DocumentId,
    Finding,
    FindingId,
    Page,
    Role,
    Span,
)
from redactor.pipeline.desk import MatterDesk
from redactor.resolve.findings import finding_id, value_hash
from redactor.review.records import Choice, Filter, Item

_ROUNDS = 25
_KINDS = (
    (Category.PERSON_NAME, Role.SUBJECT),
    (Category.A_NUMBER, Role.SUBJECT),
    (Category.PERSON_NAME, Role.UNKNOWN),
    (Category.UNEXPLAINED, Role.UNKNOWN),
    (Category.OTHER_DATE, Role.UNKNOWN),
)


def main() -> None:
    """Draw the matter, ask the desk, print milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("documents", 500), ("pages", 10), ("findings", 10), ("long", 1000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        matter = ReviewedMatter(Path(folder))
        started = time.perf_counter()
        long = _drawn(matter, asked)
        print(
            f"drawn and saved in {time.perf_counter() - started:.1f} s; median and worst of {_ROUNDS}, and median of processor time, ms:"
        )
        desk = matter.desk()
        _ask(desk, long)
        _ask_pages(desk, long)


def _drawn(matter: ReviewedMatter, asked: argparse.Namespace) -> DocumentId:
    matter.folder.prepare()
    matter.folder.matter_file.write_text(matter.matter, encoding="utf-8")
    flattened = write_pdf(matter.path / "flattened.pdf", [["A page of a large matter"]] * max(asked.pages, asked.long))
    key = matter.folder.key()
    documents, findings = [], []
    sizes = [asked.pages] * asked.documents + ([asked.long] if asked.long else [])
    for number, pages in enumerate(sizes, 1):
        id_ = DocumentId(f"{number:064x}")
        texts = [_page(number, page, asked.findings) for page in range(1, pages + 1)]
        passages = tuple(page_text(text, f"p{page}", page) for page, text in enumerate(texts, 1))
        sheets = tuple(Page(page, 612, 792) for page in range(1, pages + 1))
        document = Document(id_, sheets, passages, flattened)
        documents.append(document)
        findings.extend(_claimed(document, key))
    matter.rescan(documents, findings)
    return documents[-1].id


def _page(document: int, page: int, findings: int) -> str:
    lines = [f"Cell {n}: Person{(document * 7 + page * 3 + n) % 5000} wrote here" for n in range(findings)]
    return "\n".join([*lines, *["Words that fill a page of an agency's paper and identify nobody at all"] * 30])


def _claimed(document: Document, key: bytes) -> Iterator[Finding]:
    for passage in document.passages:
        for number, line in enumerate(passage.text.split("\n")):
            start = passage.text.find(line) + line.find("Person")
            if "Person" not in line:
                break
            category, role = _KINDS[number % len(_KINDS)]
            span = Span(passage.address, start, start + len(line.split()[2]))
            claim = Detection(document.id, span, category, 0.8, "drawn", "as drawn", role)
            id_: FindingId = finding_id(document, span, category)
            yield Finding(id_, document.id, span, category, (claim,), value_hash(document.text(span), key), role)


def _ask(desk: MatterDesk, long: DocumentId) -> None:
    places = iter(range(10_000))
    first = desk.next_undecided(None, Filter())
    assert first is not None and first.page is not None
    seen = [first]

    def first_view() -> None:
        desk.progress()
        desk.queue(Filter(), 0, 25)
        desk.page(first.document, first.page or 1)

    def decided_and_next() -> None:
        (after,) = desk.decide(ANN, [(seen[-1].finding, seen[-1].version)], Choice(Disposition.REDACT))
        follows = desk.next_undecided(after.finding, Filter())
        assert follows is not None
        seen.append(follows)

    _told("first view: progress, queue and page", first_view)
    _told("next undecided", lambda: desk.next_undecided(seen[-1].finding, Filter()))
    _told("next undecided of one document", lambda: desk.next_undecided(None, Filter(document=long)))
    _told("decide, and the next", decided_and_next)
    _told("page of the long document", lambda: desk.page(long, 1 + next(places)))
    _told("picture of it, drawn", lambda: desk.picture(long, 1 + next(places) % 900, 100))
    _told("why a finding is one", lambda: desk.explain(seen[-1].finding))
    _told("every finding alike", lambda: desk.alike(seen[-1].finding))
    _told("queue, filtered, far down", lambda: desk.queue(Filter(categories=frozenset({Category.A_NUMBER})), 2000, 25))
    _told("search in the matter", lambda: desk.search("person4999 wrote", 50), rounds=5)
    _told("what stands in the way of a release", desk.obstacles)
    _through_the_page(desk, seen[-1], long)


def _through_the_page(desk: MatterDesk, item: Item, long: DocumentId) -> None:
    """The same as a browser waits for it: whole pages, without the gate and the wire."""
    client = TestClient(review_app(desk))
    answer = client.get("/next", params={"after": item.finding})
    place = answer.url.path
    _told("page: first view, with the next undecided found", lambda: client.get("/"))
    _told("page: a finding selected", lambda: client.get(place, params={"finding": item.finding}))
    _told("page: next undecided", lambda: client.get("/next", params={"after": item.finding}))
    _told("page: page 500 of the long document", lambda: client.get(f"/documents/{long}/pages/500"))
    _told("page: queue", lambda: client.get("/queue"))
    _told("page: documents", lambda: client.get("/documents"))


def _ask_pages(desk: MatterDesk, long: DocumentId) -> None:
    """The same through the reviewer's page, without a network between: what the server takes to answer."""
    client = TestClient(review_app(desk), cookies={"reviewer": "ada"})
    seen = desk.next_undecided(None, Filter())
    assert seen is not None

    def asked(path: str) -> Callable[[], object]:
        def ask() -> None:
            assert client.get(path, follow_redirects=False).status_code in (200, 303)

        return ask

    _told("the page: first view (queue)", asked("/queue"))
    _told("the page: list of documents", asked("/documents"))
    _told("the page: next undecided", asked(f"/next?after={seen.finding}"))
    _told("the page: a document's page", asked(f"/documents/{seen.document}/pages/{seen.page}"))
    _told("the page: a page of the long document", asked(f"/documents/{long}/pages/500"))


def _told(what: str, ask: Callable[[], object], rounds: int = _ROUNDS) -> None:
    taken, spent = [], []
    for _ in range(rounds):
        started, idle = time.perf_counter(), time.process_time()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
        spent.append((time.process_time() - idle) * 1000)
    print(f"{statistics.median(taken):8.1f} {max(taken):8.1f} {statistics.median(spent):8.1f}  {what}", flush=True)


if __name__ == "__main__":
    main()
