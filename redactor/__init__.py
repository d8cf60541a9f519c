"""Partial withholding for produced PDFs: find what 8 U.S.C. § 1367 and its neighbours protect, withhold exactly that,
and write documents and a log that can be served (Fed. R. Civ. P. 34(b)(2)(C)).

The public names are ``scan``, ``release`` and ``run`` (in ``redactor.pipeline``) and the nouns (in ``redactor.model``).
Nothing is imported here, so that a worker process loads only what its stage needs.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("redactor")
except PackageNotFoundError:  # a checkout that was not installed
    __version__ = "0"

__all__ = ["__version__"]
