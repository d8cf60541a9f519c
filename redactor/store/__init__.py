"""The matter's memory: what was found and decided (places and keyed hashes only), and a cache of what was read.

The database holds no text of any document. The cache holds the documents' words, as the originals do; both lie in
``work-product/``, which never leaves.
"""

from redactor.store.cache import ReadingCache
from redactor.store.database import Store

__all__ = ["ReadingCache", "Store"]
