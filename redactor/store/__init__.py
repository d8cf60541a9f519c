"""The matter's memory: what was found and decided (places and keyed hashes only), and a cache of what was read.

The database holds no text of any document. The cache holds the documents' words, as the originals do; both lie in
``work-product/``, which never leaves.
"""

from sqlalchemy import Connection

from redactor.store import notes, queue
from redactor.store.cache import ReadingCache
from redactor.store.database import Store
from redactor.store.pages import PageCache
from redactor.store.records import (
    Account,
    Answer,
    Broken,
    Entry,
    Found,
    Kept,
    KeptBox,
    KeptComment,
    KeptDocument,
    KeptSample,
    ScannedDocument,
    Standing,
    Wanted,
)

__all__ = [
    "Account",
    "Answer",
    "Broken",
    "Connection",
    "Entry",
    "Found",
    "Kept",
    "KeptBox",
    "KeptComment",
    "KeptDocument",
    "KeptSample",
    "PageCache",
    "ReadingCache",
    "ScannedDocument",
    "Standing",
    "Store",
    "Wanted",
    "notes",
    "queue",
]
