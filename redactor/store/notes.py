"""What reviewers leave beside their decisions: boxes, comments, assignments, samples."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from redactor.model import DocumentId, FindingId, Rect
from redactor.store.records import KeptBox, KeptComment, KeptSample
from redactor.store.rows import utc
from redactor.store.tables import BOXES, COMMENTS, DOCUMENTS, SAMPLE_PAGES, SAMPLES


def boxes(connection: Connection) -> tuple[KeptBox, ...]:
    """Every box that was ever drawn, by document, page and number."""
    rows = connection.execute(select(BOXES).order_by(BOXES.c.document, BOXES.c.page, BOXES.c.number))
    return tuple(KeptBox(DocumentId(r[0]), r[1], r[2], Rect(*r[3]), r[4], utc(r[5])) for r in rows)


def add_box(connection: Connection, document: DocumentId, page: int, area: Rect, who: str, at: datetime) -> KeptBox:
    """Keep a box; it is the next of its page."""
    last = select(func.max(BOXES.c.number)).where(BOXES.c.document == document, BOXES.c.page == page)
    number = (connection.scalar(last) or 0) + 1
    values = {"document": document, "page": page, "number": number, "drawn_by": who, "at": at}
    connection.execute(insert(BOXES).values(**values, area=[area.x0, area.y0, area.x1, area.y1]))
    return KeptBox(document, page, number, area, who, at)


def add_comment(connection: Connection, comment: KeptComment) -> KeptComment:
    """Keep a comment under the next number, whatever number it came with."""
    number = (connection.scalar(select(func.max(COMMENTS.c.number))) or 0) + 1
    values = {
        "number": number,
        "document": comment.document,
        "page": comment.page,
        "finding": comment.finding,
        "author": comment.author,
        "at": comment.at,
        "text": comment.text,
    }
    connection.execute(insert(COMMENTS).values(**values))
    return KeptComment(
        number, comment.document, comment.page, comment.finding, comment.author, comment.at, comment.text
    )


def comments(
    connection: Connection, *, document: DocumentId | None = None, page: int | None = None, finding: str | None = None
) -> tuple[KeptComment, ...]:
    """Comments on a page, or on a finding, the oldest first."""
    wanted = select(COMMENTS).order_by(COMMENTS.c.number)
    for column, value in ((COMMENTS.c.document, document), (COMMENTS.c.page, page), (COMMENTS.c.finding, finding)):
        if value is not None:
            wanted = wanted.where(column == value)
    return tuple(
        KeptComment(r[0], DocumentId(r[1]), r[2], FindingId(r[3]) if r[3] else None, r[4], utc(r[5]), r[6])
        for r in connection.execute(wanted)
    )


def assign(connection: Connection, documents: Sequence[DocumentId], to: str | None) -> None:
    """Give documents to a reviewer, or to nobody."""
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id.in_(documents)).values(assigned=to))


def sample(connection: Connection) -> KeptSample | None:
    """The newest sample, or None where none was drawn."""
    row = connection.execute(select(SAMPLES).order_by(SAMPLES.c.number.desc()).limit(1)).first()
    if row is None:
        return None
    columns = (SAMPLE_PAGES.c.document, SAMPLE_PAGES.c.page, SAMPLE_PAGES.c.missed)
    pages = connection.execute(select(*columns).where(SAMPLE_PAGES.c.sample == row[0]).order_by(*columns[:2]))
    drawn = tuple((DocumentId(page[0]), page[1], page[2]) for page in pages)
    return KeptSample(row[0], row[1], row[2], row[3], row[4], utc(row[5]), drawn)


def add_sample(
    connection: Connection,
    seed: int,
    frame: tuple[int, str],
    pages: Sequence[tuple[DocumentId, int]],
    who: str,
    at: datetime,
) -> None:
    """Keep a sample drawn from a frame of this size and digest."""
    number = (connection.scalar(select(func.max(SAMPLES.c.number))) or 0) + 1
    values = {"number": number, "seed": seed, "frame": frame[0], "frame_digest": frame[1], "drawn_by": who, "at": at}
    connection.execute(insert(SAMPLES).values(**values))
    if pages:
        rows = [{"sample": number, "document": document, "page": page} for document, page in pages]
        connection.execute(insert(SAMPLE_PAGES), rows)


def judge_page(
    connection: Connection, sample: int, document: DocumentId, page: int, missed: bool, who: str, at: datetime
) -> bool:
    """Keep what somebody said of a page of a sample; False where the page is not in it."""
    of = (SAMPLE_PAGES.c.sample == sample, SAMPLE_PAGES.c.document == document, SAMPLE_PAGES.c.page == page)
    said = connection.execute(update(SAMPLE_PAGES).where(*of).values(missed=missed, judged_by=who, judged_at=at))
    return said.rowcount == 1
