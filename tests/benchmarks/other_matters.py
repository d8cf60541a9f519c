"""How many mentions are gone from two matters that were drawn by people who had not seen the program, glyph by glyph.

    python -m tests.benchmarks.other_matters

The figures of first contact in the README were taken before what these matters showed was mended, so what this prints
today is in-sample too. Every person in them is invented. ``truth.json`` gives each mention with its letters as
``[page, x, y, letter]``: page counted from 0, x and y of the letter's centre in points from the top left.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import pypdfium2

MATTERS = Path(__file__).with_name("matters")

# How far a letter's centre may lie from where it was drawn, in points: a re-subset font rounds its widths, and readers
# differ over the height of a letter's box.
ACROSS, DOWN = 0.7, 4.5

# A title or a little word that stays of a name, or one glyph of a box's label under it, tells nobody anything.
SAYS_NOTHING = frozenset("mr ms mrs the at s attorney father aliennumber pc part is".split())

# A phrase about relief counts as found when a tenth of its letters is gone: the form's name is what has to go.
RELIEF = "S"

Letters = list[tuple[int, float, float, str]]
Glyphs = list[dict[str, list[tuple[float, float]]]]


def glyphs(pdf: Path) -> Glyphs:
    """For each page, where the centres of each letter lie, in points from the top left."""
    pages: Glyphs = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            words, height = page.get_textpage(), page.get_height()
            places: dict[str, list[tuple[float, float]]] = defaultdict(list)
            for index in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(index, loose=True)
                places[words.get_text_range(index, 1)].append(((left + right) / 2, height - (bottom + top) / 2))
            pages.append(places)
    return pages


def standing(letters: Letters, pages: Glyphs) -> str:
    """Those of the letters that can still be read where they were drawn."""
    return "".join(
        letter
        for page, x, y, letter in letters
        if any(abs(a - x) < ACROSS and abs(b - y) < DOWN for a, b in pages[page].get(letter, ()))
    )


def found(category: str, letters: Letters, left: str) -> bool:
    """Whether what is left of a mention tells nothing of it."""
    if not left or (len(left) == 1 and len(letters) > 2):
        return True
    if category.startswith(RELIEF):
        return len(left) < 0.9 * len(letters)
    return left.lower() in SAYS_NOTHING


def score(matter: Path, out: Path) -> None:
    """Produces the matter into ``out`` and prints what is gone of it and what is not."""
    command = [sys.executable, "-m", "redactor", "run", str(matter / "originals"), "--out", str(out)]
    run = subprocess.run([*command, "--matter", str(matter / "matter.yaml")], capture_output=True, check=False)
    with (out / "work-product" / "crosswalk.csv").open(encoding="utf-8") as file:
        produced = {Path(row["source_path"]).name: row["produced_path"] for row in csv.DictReader(file)}
    held = protected = gone = must_stay = covered = 0
    for row in json.loads((matter / "truth.json").read_text(encoding="utf-8")):
        if not produced[row["document"]]:
            held += 1
            continue
        pages = glyphs(out / produced[row["document"]])
        for mention in row["mentions"]:
            letters = mention["letters"]
            left = standing(letters, pages)
            if mention["protected"]:
                protected += 1
                gone += found(mention["category"], letters, left)
            else:
                must_stay += 1
                covered += len(left) < len(letters)
    print(f"{matter.name} matter: exit code {run.returncode}; documents held (and not counted): {held}")
    print(f"  protected mentions gone: {gone} of {protected} ({gone / max(protected, 1):.1%})")
    print(f"  strings that must stay, covered: {covered} of {must_stay}")


def main() -> None:
    """Scores both matters, each in a folder of its own that is gone afterwards."""
    for matter in sorted(MATTERS.iterdir()):
        with tempfile.TemporaryDirectory() as out:
            score(matter, Path(out))


if __name__ == "__main__":
    main()
