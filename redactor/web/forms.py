"""What a browser sends, parsed once: forms and query strings into the records of ``redactor.review``. Whatever does not
parse raises ``FormError``, whose message never repeats what was sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from starlette.datastructures import FormData, QueryParams

from redactor.errors import InputError
from redactor.model import BasisCode, Category, Disposition, DocumentId, FindingId, Rect
from redactor.review.records import Choice, Filter, State, Why
from redactor.web.wording import slug

_DOCUMENT = re.compile(r"[0-9a-f]{64}")
_FINDING = re.compile(r"[0-9A-Za-z-]{1,64}")
_GROUP = re.compile(r"[0-9A-Za-z:_-]{1,160}")
_SEEN = re.compile(r"([0-9A-Za-z-]{1,64}):(\d{1,12})")
_BACK = re.compile(r"/[A-Za-z0-9/_.?&=%+-]*")
_LONGEST = 4_000
"""Characters of a reason, a note, a comment: more is not something that somebody typed."""

KEEP = "keep"
"""What a form says for "leave the category as it is"."""

Named = TypeVar("Named", bound=StrEnum)


class FormError(InputError):
    """A form was sent incomplete or wrong; nothing was written."""

    remedy = "Correct it and send it again."


def text_of(form: FormData | QueryParams | Mapping[str, str], name: str, longest: int = _LONGEST) -> str:
    """The field's text, stripped and without control characters; empty where it was not sent."""
    value = form.get(name, "")
    if not isinstance(value, str):
        raise FormError("A file was sent where a text belongs.")
    if len(value) > longest:
        raise FormError(f"A text was longer than {longest} characters.")
    return "".join(sign for sign in value if sign.isprintable() or sign in "\n\t").strip()


def texts_of(form: FormData | QueryParams, name: str) -> tuple[str, ...]:
    """Every text that was sent under the name."""
    return tuple(value for value in form.getlist(name) if isinstance(value, str) and value)


def document_of(value: str) -> DocumentId:
    if not _DOCUMENT.fullmatch(value):
        raise FormError("That is not a document of this matter.", remedy="Go back to the list of documents.")
    return DocumentId(value)


def finding_of(value: str) -> FindingId:
    if not _FINDING.fullmatch(value):
        raise FormError("That is not a finding of this matter.", remedy="Go back to the queue.")
    return FindingId(value)


def number_of(value: str, name: str, lowest: int = 0, highest: int = 10**9) -> int:
    """A whole number between two bounds. ``name`` is what the message calls it."""
    if not re.fullmatch(r"\d{1,10}", value) or not lowest <= int(value) <= highest:
        raise FormError(f"{name} must be a whole number from {lowest} to {highest}.")
    return int(value)


def seen_of(form: FormData) -> tuple[tuple[FindingId, int], ...]:
    """What the reviewer looked at: each finding with the version on the screen (``id:version``)."""
    pairs = []
    for value in texts_of(form, "seen"):
        match = _SEEN.fullmatch(value)
        if match is None:
            raise FormError("The form names a finding wrongly.", remedy="Load the page again.")
        pairs.append((FindingId(match[1]), int(match[2])))
    if not pairs:
        raise FormError("No finding was chosen.", remedy="Choose at least one finding.")
    return tuple(pairs)


def choice_of(form: FormData, disposition: Disposition) -> Choice:
    """The choice in a form. Raises FormError for a production without a reason and for what is not on the lists."""
    reason = text_of(form, "reason")
    if disposition is Disposition.PRODUCE and not reason:
        raise FormError(
            "To produce something that was found needs a reason.",
            remedy="Say why it may be produced; then press Produce.",
        )
    bases = tuple(BasisCode(code) for code in texts_of(form, "basis")) if text_of(form, "bases") else None
    category = text_of(form, "category")
    chosen = named(Category, category) if category and category != KEEP else None
    return Choice(disposition, reason, bases, chosen, text_of(form, "note"))


def disposition_of(form: FormData) -> Disposition:
    """The disposition whose button was pressed."""
    return named(Disposition, text_of(form, "disposition"))


def area_of(form: FormData, width: float, height: float) -> Rect:
    """The drawn area, kept within the page. Raises FormError where too little is left to cover anything."""
    try:
        x0, y0, x1, y1 = (float(text_of(form, name)) for name in ("x0", "y0", "x1", "y1"))
    except ValueError:
        raise FormError("The box has no place.", remedy="Draw it again.") from None
    left, right = sorted((min(max(x0, 0.0), width), min(max(x1, 0.0), width)))
    top, bottom = sorted((min(max(y0, 0.0), height), min(max(y1, 0.0), height)))
    if not (right - left >= 1 and bottom - top >= 1):
        raise FormError("The box is smaller than a point.", remedy="Draw it over what must go.")
    return Rect(left, top, right, bottom)


def filter_of(query: QueryParams | FormData, document: DocumentId | None = None) -> Filter:
    """The filter that a query string asks for; what it names wrongly is an error, never "all"."""
    wanted_document = text_of(query, "document")
    group, context = text_of(query, "group"), text_of(query, "context")
    if not all(_GROUP.fullmatch(one) for one in (group, context) if one):
        raise FormError("That is not a group of this matter.", remedy="Go back to the queue.")
    return Filter(
        document or (document_of(wanted_document) if wanted_document else None),
        frozenset(_all_named(State, texts_of(query, "state"))),
        frozenset(_all_named(Why, texts_of(query, "why"))),
        frozenset(_all_named(Category, texts_of(query, "category"))),
        text_of(query, "assigned", 200) or None,
        group or None,
        context or None,
        text_of(query, "vanished") == "1",
    )


def filter_query(wanted: Filter) -> list[tuple[str, str]]:
    """The filter as the pairs of a query string that ``filter_of`` reads; the document is not in it."""
    pairs = [("state", slug(state)) for state in sorted(wanted.states)]
    pairs += [("why", slug(why)) for why in sorted(wanted.whys)]
    pairs += [("category", slug(category)) for category in sorted(wanted.categories)]
    pairs += [("assigned", wanted.assigned)] if wanted.assigned else []
    pairs += [("group", wanted.group)] if wanted.group else []
    pairs += [("context", wanted.context)] if wanted.context else []
    return pairs + ([("vanished", "1")] if wanted.vanished else [])


def back_of(form: FormData, otherwise: str) -> str:
    """Where to go after a form: a path of this server, or ``otherwise``."""
    back = text_of(form, "back")
    return back if _BACK.fullmatch(back) and not back.startswith("//") else otherwise


def named(kind: type[Named], value: str) -> Named:
    """The member that ``value`` names, as its value, its slug or its name."""
    for member in kind:
        if value in (member.value, slug(member), member.name):
            return member
    raise FormError(f"The form names no {kind.__name__.lower()} that there is.", remedy="Load the page again.")


def _all_named(kind: type[Named], values: Iterable[str]) -> Sequence[Named]:
    return [named(kind, value) for value in values]
