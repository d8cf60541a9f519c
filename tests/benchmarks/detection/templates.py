"""Templates: papers with marks where people, numbers and facts stand. Reading them, and filling them in.

A file holds templates one after another, each under a head ``=== name | kind of paper | options``. Marks:

    {subject.last_first}      a person's name in one of the forms of ``people.FORMS``
    {subject.titled}          title and surname; for an officer or a judge title and full name, all of which must stay
    {subject.a.dash}          a number, a date of birth, an address … of that person (``values.fact_of``)
    {arrest.us} {time.hours}  the day or the time of an event (``values.EVENTS``); of a day only the day must go
    {x?.titled}               the same, but nobody counts whether it is covered
    <<HEALTH:stitches>>       a fact written out in the template, with its category
    [[Family Court]]          words that must stay

Options: ``width=80`` (prose is wrapped there; 0 keeps lines), ``neutral=judge`` (handles that are not scored),
``culture=chinese`` (the subject's), ``f=subject,perp`` and ``m=…`` (women and men). A line that says ``---page---`` begins a page.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from redactor.model import Category, Role
from tests.benchmarks.detection.people import FORMS, ROLES, STAYS, Cast, title_of
from tests.benchmarks.detection.values import EVENTS, Facts, Value, clock, event, fact_of

TEMPLATES = Path(__file__).with_name("templates")
PAGE_BREAK = "---page---"

_HEAD = re.compile(r"^=== (?P<name>[\w-]+) \| (?P<kind>[^|\n]+?)(?: \| (?P<options>[^\n]*))?$", re.MULTILINE)
_MARK = re.compile(
    r"\{(?P<handle>[a-z_]+\d*)(?P<unscored>\??)(?:\.(?P<form>\w+))?(?:\.(?P<style>\w+))?\}"
    r"|<<(?P<category>[A-Z0-9_]+):(?P<fact>.+?)>>"
    r"|\[\[(?P<stay>.+?)\]\]",
    re.DOTALL,
)
_WIDTH = 92

SHORT = {
    "S1": Category.STATUS_1367,
    "AS": Category.STATUS_ASYLUM,
    "TPS": Category.STATUS_TPS,
    "SIJ": Category.STATUS_SIJ,
    "DESC": Category.DESCRIPTOR,
    "MARK": Category.DISTINGUISHING_MARK,
    "JOB": Category.OCCUPATION,
    "LANG": Category.LANGUAGE,
    "NAT": Category.NATIONALITY,
    "PART": Category.COURT_PART,
    "TIME": Category.CLOCK_TIME,
    "SHELTER": Category.SERVICE_PROVIDER,
    "ID": Category.AGENCY_SYSTEM_ID,
    "HANDLE": Category.ONLINE_IDENTIFIER,
    "CRIME_ID": Category.CRIMINAL_JUSTICE_ID,
}
"""Short names of categories in templates."""


@dataclass(frozen=True, slots=True)
class Template:
    """A paper to be filled in. ``kind`` is what the scores are grouped by."""

    name: str
    kind: str
    body: str
    width: int
    neutral: frozenset[str]
    culture: str | None
    sexes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at ``[start, end)`` code points of page ``page`` (0-based), and whether it must go or must stay.

    Everybody's mentions share an ``entity``, and so do those of one number. Exactly one of ``goes`` and ``stays`` is
    true. ``kind`` of what stays: ``officer``, ``judge``, ``counsel``, ``contact`` (of an office) or ``words``.
    """

    page: int
    start: int
    end: int
    category: Category
    entity: str
    goes: bool
    role: Role | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A filled-in template: the text of each page and its labels."""

    template: str
    kind: str
    culture: str
    pages: tuple[str, ...]
    labels: tuple[Label, ...]


def load_templates(split: str) -> tuple[Template, ...]:
    """The templates of a split, in the order of their files. Raises ValueError where a file does not begin with a head."""
    return tuple(template for path in sorted((TEMPLATES / split).glob("*.txt")) for template in _read(path))


def _read(path: Path) -> Iterator[Template]:
    text = path.read_text(encoding="utf-8")
    heads = list(_HEAD.finditer(text))
    if not heads or heads[0].start() != 0:
        raise ValueError(f"{path.name} does not begin with '=== name | kind'")
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        body = text[head.end() + 1 : following.start() if following else len(text)].strip("\n")
        options = dict(option.split("=") for option in (head["options"] or "").split())
        neutral = frozenset(filter(None, options.get("neutral", "").split(",")))
        sexes = {handle: sex for sex in "fm" for handle in options.get(sex, "").split(",")}
        width = int(options.get("width", _WIDTH))
        yield Template(head["name"], head["kind"].strip(), body, width, neutral, options.get("culture"), sexes)


def fill(template: Template, cast: Cast, facts: Facts, rng: random.Random) -> Paper:
    """The template with its marks filled in. Raises ValueError where a mark is not understood."""
    pages: list[str] = []
    labels: list[Label] = []
    for number, body in enumerate(template.body.split(f"\n{PAGE_BREAK}\n")):
        text, found = "", []
        at = 0
        for mark in _MARK.finditer(body):
            text += body[at : mark.start()]
            at = mark.end()
            written, label = _filled(mark, template, cast, facts, rng)
            if label:
                found.append((len(text), label))
            text += written
        text += body[at:]
        if unread := re.search(r"\{\w*\.|<<|\]\]", text):
            raise ValueError(f"{template.name}: a mark at {unread.start()} is not understood")
        pages.append(wrapped(text, template.width))
        labels += [_placed(label, number, start) for start, label in found]
    return Paper(template.name, template.kind, cast.culture, tuple(pages), tuple(labels))


def _placed(label: Label, page: int, start: int) -> Label:
    return Label(
        page, start + label.start, start + label.end, label.category, label.entity, label.goes, label.role, label.kind
    )


def wrapped(text: str, width: int) -> str:
    """Blanks become line feeds where a line without columns is too long, so no offset moves."""
    if not width:
        return text
    letters = list(text)
    start = 0
    for line in text.split("\n"):
        if "\t" not in line and not re.search(r"\S {3,}\S", line):
            begin, last = start, -1
            for place in range(start, start + len(line)):
                if place - begin >= width and last > begin:
                    letters[last] = "\n"
                    begin, last = last + 1, -1
                if text[place] == " ":
                    last = place
        start += len(line) + 1
    return "".join(letters)


def _filled(
    mark: re.Match[str], template: Template, cast: Cast, facts: Facts, rng: random.Random
) -> tuple[str, Label | None]:
    if stay := mark["stay"]:
        return stay, Label(0, 0, len(stay), Category.COMMON_WORD, stay.lower(), goes=False, kind="words")
    if fact := mark["fact"]:
        category = SHORT.get(mark["category"]) or Category(mark["category"])
        return fact, Label(0, 0, len(fact), category, f"{category}:{fact.lower()}", goes=True)
    handle, form, style = mark["handle"], mark["form"] or "", mark["style"] or ""
    scored = not mark["unscored"] and handle.rstrip("0123456789") not in template.neutral
    kind = handle.rstrip("0123456789")
    try:
        if kind in EVENTS:
            text, label = _of_value(event(facts, handle, form or "us"))
        elif kind == "time":
            text, label = _of_value(clock(facts, handle, form or "am"))
        elif kind in ROLES:
            text, label = _of_person(handle, form or "full", style, cast, facts, rng)
        else:
            raise ValueError(f"{template.name}: nobody is called '{handle}'")
    except KeyError as error:
        raise ValueError(f"{template.name}: {mark[0]} is not understood ({error})") from error
    return text, label if scored else None


def _of_value(value: Value) -> tuple[str, Label]:
    start, end = value.core or (0, len(value.text))
    return value.text, Label(0, start, end, value.category, value.key, goes=True)


def _of_person(handle: str, form: str, style: str, cast: Cast, facts: Facts, rng: random.Random) -> tuple[str, Label]:
    person = cast[handle]
    official = person.role in STAYS
    title = ""
    if form == "titled":
        title = title_of(person, rng) + " "
        form = style or ("full" if official else "last")
    if form in FORMS:
        name = FORMS[form](person)
        kind = {Role.JUDGE: "judge", Role.COUNSEL: "counsel"}.get(person.role, "officer") if official else ""
        start = 0 if official else len(title)
        label = Label(0, start, len(title) + len(name), Category.PERSON_NAME, handle, not official, person.role, kind)
        return title + name, label
    value = fact_of(facts, person, form, style)
    if value is None:
        raise KeyError(form)
    text, label = _of_value(value)
    if official:
        return text, Label(0, 0, len(text), value.category, value.key, goes=False, role=person.role, kind="contact")
    return text, label
