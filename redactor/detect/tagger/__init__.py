"""Our own name tagger: a small network that tells names, addresses and other spans, and how sure it is.

``load()`` gives it as a spaCy pipeline. How it was trained, on what, and how well it does: ``model/CARD.md``.
"""

from redactor.detect.tagger.pipe import pipeline as load

__all__ = ["load"]
