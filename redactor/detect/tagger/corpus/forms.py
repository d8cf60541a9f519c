"""Forms and tables: a value's label stands beside, above or below it, and a column's heading far above."""

from __future__ import annotations

import random
from collections.abc import Iterator

from redactor.detect.tagger.corpus.lists import templates
from redactor.detect.tagger.corpus.piece import Piece
from redactor.detect.tagger.corpus.template import Cast

_WHO = {
    "label_name": "STUXWNPMFCB",
    "label_officer": "OQVZ",
    "label_counsel": "KL",
    "label_judge": "JH",
    "label_other": "IAR",
}
_NAME_FORMS = ("", "", "l", "l", "C", "h", "L", "G", "s")
_POOLS = (
    ("label_name",) * 4
    + ("label_officer",) * 2
    + ("label_counsel", "label_judge", "label_other")
    + ("label_value",) * 7
)
_ENDS = ("\n", "\n", "\n", "\t", "   ", "; ", " | ", "\n\n")
_BETWEEN = (": ", ": ", ":\t", "\t", "\n", ":\n", " ", "  ", " : ", ":", " - ", " ___ ", "# ")

_COLUMNS = (
    ("Name", "{S.l}"), ("Name", "{S}"), ("Alien Name", "{S.l}"), ("Detainee", "{S.C}"), ("Last", "{S.L}"), ("First", "{S.G}"), ("LAST_NAME", "{S.L}"),
    ("FIRST_NAME", "{S.G}"), ("A#", "{anum}"), ("A-Number", "{anum}"), ("DOB", "{dob}"), ("COC", "{country}"), ("Nationality", "{nat}"), ("Date", "{date}"),
    ("Officer", "{O.s}"), ("DO", "{O.l}"), ("Arresting Officer", "{O}"), ("Atty", "{K.s}"), ("Attorney", "{K}"), ("Judge", "{J.s}"), ("IJ", "{J}"),
    ("Status", "[[Pending|Approved|Denied|Detained]]"), ("Form", "{form}"), ("Receipt", "{receipt}"), ("Spouse", "{U.l}"), ("Relative", "{N}"), ("Address", "{addr}"),
    ("Employer", "{emp}"), ("Place of Birth", "{pob}"), ("School", "{school}"), ("Location", "{office}"), ("Phone", "{phone}"), ("Bed", "{num}"), ("Remarks", "[[|1367|N/A|see notes|w/ {C.g}|spouse {U.g}]]"),
    ("Sex", "[[M|F]]"), ("Interpreter", "{I}"), ("Shelter", "{shelter}"), ("Sponsor", "{N}"), ("Child", "{C.g}"),
)  # fmt: skip
_EVERY_ROW = "SUNCTWXKI"


def form(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    """Some labels with their values, all in one layout, with a line of print here and there."""
    pools = templates()
    between, end = rng.choice(_BETWEEN), rng.choice(_ENDS)
    caps = rng.random() < 0.15
    last_first = rng.random() < 0.3
    for _ in range(rng.randint(2, 18)):
        if rng.random() < 0.12:
            yield from cast.fill(rng.choice(pools["nobody"]))
            yield Piece("\n")
            continue
        pool = rng.choice(_POOLS)
        if pool == "label_value":
            yield from cast.fill(rng.choice(pools[pool]))
            yield Piece(end)
            continue
        label = rng.choice(rng.choice(pools[pool]).split("|"))
        label = label.upper() if caps else label
        letter = rng.choice(_WHO[pool])
        if pool == "label_name" and label.lower().startswith(("last", "sur", "family", "apellidos")):
            shape = "L"
        elif pool == "label_name" and label.lower().startswith(("first", "given", "middle")):
            shape = "G"
        else:
            shape = "l" if last_first and rng.random() < 0.8 else rng.choice(_NAME_FORMS)
        value = cast.fill(f"{{{letter}.{shape}}}" if shape else f"{{{letter}}}")
        if pool == "label_officer" and rng.random() < 0.4:
            value = [*cast.fill("{rank} "), *value]
        yield from _placed(label, value, between, end, rng)


def _placed(label: str, value: list[Piece], between: str, end: str, rng: random.Random) -> Iterator[Piece]:
    if rng.random() < 0.06:  # the label is a legend below
        yield from value
        yield Piece(f"\n({label})\n")
        return
    yield Piece(label + between)
    if rng.random() < 0.05:
        yield Piece(rng.choice(("[X] ", "___", "N/A", "")))
    yield from value
    yield Piece(end)


def table(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    """A heading row and rows of people, its cells parted by tabs, commas or bars."""
    columns = rng.sample(_COLUMNS, rng.randint(2, 7))
    if not any("{S" in cell or "{N" in cell or "{O" in cell for _, cell in columns):
        columns.insert(rng.randint(0, 1), _COLUMNS[rng.randint(0, 1)])
    gap = rng.choice(("\t", "\t", "\t", ",", " | ", "   ", ";"))
    if rng.random() < 0.85:
        yield Piece(gap.join(heading for heading, _ in columns) + "\n")
    numbered = rng.random() < 0.3
    upper = rng.random() < 0.3
    for row in range(1, rng.randint(3, 14)):
        cast.forget(_EVERY_ROW + ("O" if rng.random() < 0.5 else ""))
        if numbered:
            yield Piece(f"{row}{rng.choice(('.', ''))}{gap}")
        for index, (_, cell) in enumerate(columns):
            for piece in cast.fill(cell):
                text = piece.text.replace("\n", " ")
                yield Piece(text.upper() if upper else text, piece.kind)
            yield Piece(gap if index + 1 < len(columns) else "\n")


def roster(cast: Cast, rng: random.Random) -> Iterator[Piece]:
    """A list of names, one a line or run on, as cc lines and sign-in sheets have it."""
    shape = rng.choice(("", "l", "C", "h", "l"))
    gap = rng.choice(("\n", "\n", "; ", ", ") if shape != "l" else ("\n", "\n", "; "))
    letter = rng.choice("SSNOK")
    head = {
        "S": "[[Detainees|Manifest|Names|Present|Roster|Beneficiaries|]]",
        "N": "[[Visitors|Witnesses|Family members|Sign-in|]]",
    }.get(letter, "[[Staff|Attendees|Distribution|Cc|]]")
    yield from cast.fill(f"{head}[[:|]]{gap if gap != ', ' else ' '}")
    for row in range(rng.randint(3, 15)):
        cast.forget(letter)
        if rng.random() < 0.3:
            yield Piece(f"{row + 1}. ")
        yield from cast.fill(f"{{{letter}.{shape}}}" if shape else f"{{{letter}}}")
        yield Piece(gap)
