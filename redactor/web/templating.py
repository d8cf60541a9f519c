"""Templates and assets: how a page is made from records, with everything escaped and nothing inline."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from redactor.review.records import Reviewer, ReviewerRole
from redactor.web.wording import (
    DISPOSITION_WORDS,
    FAMILY_NAMES,
    WHY_WORDS,
    category_words,
    family,
    place_words,
    slug,
)

ASSETS: Final = Path(__file__).parent / "assets"
_TEMPLATES: Final = Path(__file__).parent / "templates"


def render(request: Request, template: str, status: int = 200, /, **context: object) -> HTMLResponse:
    """The template as an answer that no cache keeps. ``request.state.reviewer`` and ``.csrf`` are handed to it where
    somebody is signed in."""
    reviewer: Reviewer | None = getattr(request.state, "reviewer", None)
    html = (
        environment()
        .get_template(template)
        .render(
            reviewer=reviewer,
            may_decide=reviewer is not None and reviewer.role is not ReviewerRole.READ_ONLY,
            csrf=getattr(request.state, "csrf", ""),
            path=request.url.path,
            **context,
        )
    )
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment: escaping always, and a name that no view gave is an error."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        slug=slug,
        category=category_words,
        family=family,
        disposition=DISPOSITION_WORDS.__getitem__,
        why=WHY_WORDS.__getitem__,
        when=_when,
        sentence=_sentence,
    )
    made.globals.update(asset=asset, place_words=place_words, families=FAMILY_NAMES)
    return made


@lru_cache
def asset(name: str) -> str:
    """The asset's URL, which changes when its bytes do."""
    digest = hashlib.sha256((ASSETS / name).read_bytes()).hexdigest()[:12]
    return f"/assets/{quote(name)}?{digest}"


def _sentence(words: object) -> str:
    """An error's message as a sentence: they are written to stand behind a colon on the terminal."""
    said = str(words).strip()
    return f"{said[:1].upper()}{said[1:]}" + ("" if said.endswith((".", "!", "?")) else ".")


def _when(at: datetime) -> str:
    """A moment as people of one office read it: their own clock."""
    moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
