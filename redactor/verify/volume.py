"""The finished volume: every file and every file name in it is read once more for what was withheld."""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redactor.bates import parse
from redactor.model import Check
from redactor.verify.folding import BARRIER
from redactor.verify.matching import Matcher, matcher_of
from redactor.verify.objects import UnreadableObjectsError, copy_objects
from redactor.verify.painted import UnpaintableError, painted_file
from redactor.verify.residue import (
    Search,
    font_texts,
    residue_in_bytes,
    residue_in_content,
    residue_in_objects,
    residue_in_streams,
    said_by,
)
from redactor.verify.values import Allowance, Expectation, WithheldValue

TEXT_FILES = (".txt", ".csv", ".tsv", ".dat", ".opt", ".html", ".md")
WORKBOOKS = (".xlsx", ".xlsm", ".docx")
_DIGEST = re.compile(r"\b(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})\b")
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:\w+:)?(?:p|tc|si|is|c|v|row|comment|[A-Za-z]{5,})>")
_ATTRIBUTE = re.compile(r'="([^"]*[^\W\d_][^"]*)"')


@dataclass(frozen=True, slots=True)
class Lawful:
    """How often values may stand: in the whole volume, and in the files of one document by their stem (its Bates
    number); ``withheld_at`` is the Bates number of the page where a value was withheld, which a message may name."""

    counts: Mapping[str, int] = field(default_factory=dict)
    by_document: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    withheld_at: Mapping[str, str] = field(default_factory=dict)

    def over(self, text: str, count: int, stem: str | None = None) -> bool:
        """Whether that is too often, in the volume or in the document's file."""
        lawful = self.counts if stem is None else self.by_document.get(stem, self.counts)
        return count > lawful.get(text, 0)

    def told(self, place: str, text: str) -> str:
        """The problem, with both places and without the value."""
        where = self.withheld_at.get(text)
        return f"{place}: withheld value" + (f" (withheld at {where})" if where else "")


def verify_volume(folder: Path, values: Sequence[WithheldValue], lawful: Lawful | None = None) -> tuple[Check, ...]:
    """Reads PDF/, TEXT/, DATA/, LOG/, MANIFEST.json and all names under ``folder`` for strong values.

    ``lawful`` says how often each may stand in the volume's pages; the same number bounds the TEXT files, and the other
    files taken together. Problems name files by their path in the volume, and pages by Bates number; a file whose own
    name holds a value is named by its number in the listing. A kind of file that cannot be read here is a problem.
    """
    matcher = matcher_of(values)
    lawful = lawful or Lawful()
    files = sorted(path for path in folder.rglob("*") if not path.is_dir())
    places = {}
    names = []
    for number, path in enumerate(files, start=1):
        relative = path.relative_to(folder).as_posix()
        spoken = matcher.count(relative.replace("/", f" {BARRIER} "))
        harmful = any(text in matcher.strong for text in spoken)
        places[path] = f"file {number}" if harmful else relative
        if harmful:
            names.append(f"file {number}: withheld value in its name")
    pages = [path for path in files if path.suffix.lower() == ".pdf"]
    texts = [path for path in files if path.relative_to(folder).parts[0] == "TEXT"]
    others = [path for path in files if path not in set(pages) | set(texts)]
    return (
        Check("volume: names", tuple(names)),
        _tally("volume: pages", pages, places, matcher, lawful),
        _stored(pages, places, matcher, lawful.counts),
        _tally("volume: text", texts, places, matcher, lawful),
        _tally("volume: logs, load files and manifest", others, places, matcher, lawful),
    )


def _tally(name: str, files: Sequence[Path], places: Mapping[Path, str], matcher: Matcher, lawful: Lawful) -> Check:
    """Counts each strong value over all files, and over each document's; every place that holds one counted too often
    is a problem."""
    total: Counter[str] = Counter()
    holders: dict[str, list[str]] = {}
    problems = []
    for path in files:
        here: Counter[str] = Counter()
        found: dict[str, list[str]] = {}
        try:
            for part, text in _texts(path):
                counts = matcher.count(_DIGEST.sub(" ", text))
                for value, count in counts.items():
                    if value in matcher.strong:
                        here[value] += count
                        found.setdefault(value, []).append(f"{places[path]}{part}")
        except _UnreadableFileError:
            problems.append(f"{places[path]}: could not be read")
            continue
        total += here
        for value, parts in found.items():
            holders.setdefault(value, []).extend(parts)
            if path.stem in lawful.by_document and lawful.over(value, here[value], path.stem):
                problems += [lawful.told(part, value) for part in parts]
    over = {value for value, count in total.items() if lawful.over(value, count)}
    problems += [lawful.told(place, value) for value in sorted(over) for place in holders[value]]
    return Check(name, tuple(sorted(set(problems))))


def _stored(files: Sequence[Path], places: Mapping[Path, str], matcher: Matcher, allowed: Mapping[str, int]) -> Check:
    """Every PDF's objects, streams, fonts and bytes, once more in the place from which they are served."""
    problems = []
    for path in files:
        try:
            with copy_objects(path) as objects:
                everywhere = [Expectation(page, allowed) for page in range(1, len(objects.pages) + 1)]
                search = Search(matcher, Allowance(everywhere))
                checks = (
                    residue_in_objects(objects, search),
                    residue_in_content(tuple(said_by(objects)), search),
                    residue_in_streams(objects, search),
                    font_texts(objects, search),
                    residue_in_bytes(path.read_bytes(), search),
                )
        except UnreadableObjectsError:
            problems.append(f"{places[path]}: could not be read")
            continue
        problems += [f"{places[path]}: {each.name}" for each in checks if not each.passed]
    return Check("volume: inside the PDFs", tuple(problems))


class _UnreadableFileError(Exception):
    """The file is of a kind, or in a state, that cannot be read here."""


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The file's texts, each with what is added to the file's place to name its own."""
    suffix = path.suffix.lower()
    if path.is_symlink():
        raise _UnreadableFileError
    if suffix == ".pdf":
        yield from _page_texts(path)
        return
    if suffix in TEXT_FILES:
        texts: Iterator[str] = iter((_as_text(path.read_bytes()),))
    elif suffix == ".json":
        texts = _json_texts(path)
    elif suffix in WORKBOOKS:
        texts = _workbook_texts(path)
    else:
        raise _UnreadableFileError
    yield from (("", text) for text in texts)


def _page_texts(path: Path) -> Iterator[tuple[str, str]]:
    try:
        with painted_file(path) as pages:
            for page in pages.each():
                number = bates_of_page(path.stem, page.number)
                yield f", {number}" if number else f", page {page.number}", page.text
    except UnpaintableError as error:
        raise _UnreadableFileError from error


def bates_of_page(stem: str, page: int) -> str | None:
    """The Bates number of a document's page (1-based), from the name of its file; None where that is no such number."""
    number = parse(stem)
    if number is None:
        return None
    return f"{number.prefix}{number.separator}{number.number + page - 1:0{len(number.digits)}d}"


def _as_text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _json_texts(path: Path) -> Iterator[str]:
    """Keys and strings; numbers are sizes and counts, which any five-digit value would meet sooner or later."""
    try:
        pending = [json.loads(_as_text(path.read_bytes()))]
    except ValueError as error:
        raise _UnreadableFileError from error
    while pending:
        thing = pending.pop()
        if isinstance(thing, dict):
            yield from thing
            pending.extend(thing.values())
        elif isinstance(thing, list):
            pending.extend(thing)
        elif isinstance(thing, str):
            yield thing


def _workbook_texts(path: Path) -> Iterator[str]:
    """Every part of an Office Open XML file: its name, its texts and the attributes that hold letters."""
    try:
        with zipfile.ZipFile(path) as parts:
            for part in parts.infolist():
                yield part.filename
                text = parts.read(part).decode("utf-8", "replace")
                # A word may be cut into runs of formatting, but not over paragraphs and cells.
                yield html.unescape(_TAG.sub("", _BLOCK_END.sub(f"\n{BARRIER}\n", text)))
                yield html.unescape(f" {BARRIER} ".join(_ATTRIBUTE.findall(text)))
            yield _as_text(parts.comment)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise _UnreadableFileError from error
