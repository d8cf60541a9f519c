"""Looks for withheld values everywhere a copy can hold text: as read, as shown, as stored, as bytes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pikepdf

from redactor.model import Check
from redactor.verify.content import ContentReader, Said, strings_of
from redactor.verify.folding import BARRIER
from redactor.verify.fonts import font_words
from redactor.verify.matching import SHORTEST_IN_SYNTAX, Matcher, MisreadNumbers, matcher_of, misread_of
from redactor.verify.objects import CopyObjects, Node
from redactor.verify.values import Allowance, Expectation, WithheldValue

_STREAM = re.compile(rb"(?<=stream)\r?\n.*?endstream", re.DOTALL)
_XREF = re.compile(rb"startxref\s+\d+|\b\d{10} \d{5} [nf]\b")
_COMMENT = re.compile(rb"%[^\r\n]*")
_HEX_CODES = re.compile(r"<[0-9A-Fa-f\s]*>")
_TEXT_SAMPLE = 4096
_TEXT_SHARE = 0.9  # of printable bytes, from which a stream is read as text
_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and what may stand where."""

    matcher: Matcher
    allowance: Allowance
    misread: MisreadNumbers | None = None

    def excess(self, counts: Mapping[str, int], page: int | None, *, weak: bool = False) -> bool:
        """Whether a strong value (or a weak one that the page's expectation names) stands there too often."""
        named = frozenset(self.allowance.named_on(page)) if weak and page is not None else frozenset()
        return any(
            count > self.allowance.on(page, text)
            for text, count in counts.items()
            if text in self.matcher.strong or text in named
        )

    def excess_as_seen(self, text: str, page: int) -> bool:
        """The same for what an OCR engine reads, which takes digits for letters and letters for digits."""
        if self.excess(self.matcher.count(text), page):
            return True
        return self.misread is not None and self.excess(self.misread.count(text), page)


def search_for(values: Sequence[WithheldValue], expected: Sequence[Expectation]) -> Search:
    """The search for the matter's values in one copy."""
    return Search(matcher_of(values), Allowance(expected), misread_of(values))


def residue_in_text(reader: str, pages: Iterable[str | None], search: Search) -> Check:
    """What one reader reads on each page; None is a page that it could not read, which is a problem too."""
    problems = []
    for number, text in enumerate(pages, start=1):
        if text is None:
            problems.append(f"page {number}: could not be read")
        elif search.excess(search.matcher.count(text), number):
            problems.append(f"page {number}: withheld value")
    return Check(f"residue: {reader}", tuple(problems))


def said_by(objects: CopyObjects) -> Iterator[tuple[str, int | None, Said | None]]:
    """Every content stream with its place, its page if it is a page's own, and what it says (None: unreadable)."""
    reader = ContentReader()
    for number, page in enumerate(objects.pages, start=1):
        yield f"page {number}", number, _heard(reader, page, page.obj.get("/Resources") or _inherited(page.obj))
    for node in objects.streams():
        if is_drawing(node):
            yield node.place, None, _heard(reader, node.thing, node.thing.get("/Resources"))


def is_drawing(node: Node) -> bool:
    """Whether the stream is a content stream that is no page's own: form, tiling pattern or Type 3 glyph."""
    thing = node.thing
    return thing.get("/Subtype") == "/Form" or thing.get("/PatternType") == 1 or node.parent == "/CharProcs"


def _inherited(page: pikepdf.Object) -> object:
    parent = page.get("/Parent")
    while isinstance(parent, pikepdf.Dictionary):
        if "/Resources" in parent:
            return parent["/Resources"]
        parent = parent.get("/Parent")
    return None


def _heard(reader: ContentReader, stream: object, resources: object) -> Said | None:
    try:
        return reader.read(stream, resources)
    except (pikepdf.PdfError, ValueError, TypeError):
        return None


def residue_in_content(said: Sequence[tuple[str, int | None, Said | None]], search: Search) -> Check:
    """Show strings joined through kerning and moves, read by the font and as plain codes; texts of marked content."""
    problems = []
    for place, page, words in said:
        if words is None:
            problems.append(f"{place}: content cannot be parsed")
        elif any(search.excess(search.matcher.count(reading), page) for reading in words.readings):
            problems.append(f"{place}: withheld value in a show string")
    return Check("residue: content streams", tuple(problems))


def residue_in_objects(objects: CopyObjects, search: Search) -> Check:
    """Every string, name and key of every object, reachable or not."""
    first: dict[str, str] = {}
    for node in objects.texts():
        for text in strings_of(node.thing):
            first.setdefault(text, node.place)
    # One pass over all of them; only where something turned up is each looked at by itself.
    if not search.excess(search.matcher.count(f"\n{BARRIER}\n".join(first)), None) and not search.excess(
        search.matcher.in_bytes("\n".join(first).encode("utf-8"), shortest=SHORTEST_IN_SYNTAX), None
    ):
        return Check("residue: objects")
    return Check("residue: objects", tuple(_places_of(first, search)) or ("document: withheld value",))


def _places_of(first: Mapping[str, str], search: Search) -> Iterator[str]:
    seen = set()
    for text, place in first.items():
        counts = search.matcher.count(text) or search.matcher.in_bytes(text.encode(), shortest=SHORTEST_IN_SYNTAX)
        if place not in seen and search.excess(counts, None):
            seen.add(place)
            yield f"{place}: withheld value in a string or name"


def residue_in_streams(objects: CopyObjects, search: Search) -> Check:
    """Every stream, decoded: as bytes, and as text where it reads like text. Images also as they are stored."""
    problems = []
    for node in objects.streams():
        picture = node.thing.get("/Subtype") == "/Image"
        data = _decoded(node)
        if data is None:
            if not picture:
                problems.append(f"{node.place}: stream cannot be decoded")
            data = b""
        # Pixels that happen to look like UTF-16 or hex digits cost much to look through, and no reader shows them.
        counts = [search.matcher.in_bytes(data, hidden=not picture)]
        if picture:
            counts.append(search.matcher.in_bytes(node.thing.read_raw_bytes()))
        else:
            counts.append(search.matcher.count("\n".join(_texts_in(node, data))))
        if any(search.excess(found, None) for found in counts):
            problems.append(f"{node.place}: withheld value in a stream")
    return Check("residue: streams", tuple(problems))


def _texts_in(node: Node, data: bytes) -> Iterator[str]:
    """What a stream that is not an image holds as prose. Operators are not prose: coordinates would spell numbers."""
    if node.key == "/Contents" or is_drawing(node):
        yield from (comment.decode("latin-1") for comment in _COMMENT.findall(data))
        return
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        yield data.decode("utf-16", "replace")
    sample = data[:_TEXT_SAMPLE]
    if sample and len(sample.translate(None, _PRINTABLE)) <= (1 - _TEXT_SHARE) * len(sample):
        text = data.decode("utf-8", "replace")
        yield _HEX_CODES.sub(" ", text)
        yield html.unescape(text) if "&" in text else ""


def _decoded(node: Node) -> bytes | None:
    """The stream's bytes, or None where they cannot be decoded (an image codec, or damage)."""
    try:
        return bytes(node.thing.read_bytes())
    except (pikepdf.PdfError, NotImplementedError):
        return None


def font_texts(objects: CopyObjects, search: Search) -> Check:
    """The ``name`` table and the string indexes of embedded font programs hold no withheld value."""
    problems = []
    for node in objects.streams():
        if not node.key.startswith("/FontFile"):
            continue
        try:
            words = "\n".join(font_words(_decoded(node) or b""))
        except ValueError:
            problems.append(f"{node.place}: font program cannot be read")
            continue
        if search.excess(search.matcher.count(words), None):
            problems.append(f"{node.place}: withheld value in an embedded font")
    return Check("residue: fonts", tuple(problems))


def residue_in_bytes(data: bytes, search: Search) -> Check:
    """The file's bytes as they lie: UTF-8, Latin-1, UTF-16 and hex; shorter values only between the streams."""
    problems = []
    if search.excess(search.matcher.in_bytes(data), None):
        problems.append("document: withheld value in the bytes")
    else:
        syntax = _XREF.sub(b" ", _STREAM.sub(b"\n", data))
        if search.excess(search.matcher.in_bytes(syntax, shortest=SHORTEST_IN_SYNTAX), None):
            problems.append("document: withheld value between the streams")
    return Check("residue: bytes", tuple(problems))
