"""What a file would cost to draw, counted before anything of it is drawn or unpacked whole.

A few kilobytes can ask for years of painting (forms that paint forms) or for gigabytes (streams of blanks, images that
say they are as large as a field). Such a file is refused with its reason; the worker's limits of time and memory are
for what is not foreseen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.errors import UnreadableDocumentError
from redactor.unpacking import MIB, fits

_MOST_CONTENT = 32 * MIB
"""Bytes of one content stream. Taken apart, it needs some fifty times as much memory."""

_MOST_PAINTED = 128 * MIB
"""Bytes of content that one page paints, each form counted as often as it is painted."""

_MOST_FORMS = 100_000
"""Forms that one page paints, each as often as it is painted. A map with a form for each of its symbols has fewer."""

_MOST_SAMPLES = 400_000_000
"""Samples (pixels times colours) of one image. A sheet of A0 has as many in black and white at 500 dpi."""

_MOST_UNPACKED = 128 * MIB
"""Bytes of any other stream: fonts, metadata, profiles."""

_DEEPEST = 100
"""Forms within each other. No viewer follows as many."""

_USES = re.compile(rb"/([^\s/\[\]<>(){}%]+)\s+(?:Do|gs|scn|SCN)(?![A-Za-z])")
_USE = re.compile(rb"(?<![A-Za-z])(?:Do|gs|scn|SCN)(?![A-Za-z])")
_INLINE = re.compile(rb"(?<![A-Za-z])BI\s(.{0,400}?)\sID\s", re.DOTALL)
_SIDE = re.compile(rb"/(W|Width|H|Height)\s+(\d+)")
_JPX_SIZE = b"\xff\x4f\xff\x51"
"""A JPEG 2000 codestream begins with these, and its own size follows (ISO 15444-1, A.5.1)."""

_REMEDY = "Print the document to PDF anew, or redact it by hand."
_MALFORMED = (pikepdf.PdfError, AttributeError, KeyError, IndexError, TypeError, ValueError, OverflowError)
"""What pikepdf raises where a key holds something else than the standard asks for. It is not for here to judge it."""


def within_reason(untrusted: Pdf) -> None:
    """Raises UnreadableDocumentError where the file asks for more than one document may take."""
    for thing in untrusted.objects:
        if isinstance(thing, Stream):
            _modest(thing)
    effort = _Effort()
    for number, page in enumerate(untrusted.pages, 1):
        cost = effort.of_page(page)
        if cost.forms > _MOST_FORMS or cost.size > _MOST_PAINTED:
            raise _refusal(f"page {number} paints forms within forms more often than can be drawn")


def _refusal(why: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(why, remedy=_REMEDY)


def _modest(stream: Stream) -> None:
    """Raises UnreadableDocumentError where the stream unpacks to more than it may."""
    try:
        if stream.get("/Type") == Name.EmbeddedFile:
            return  # an original of its own
        raw, filters = bytes(stream.get_raw_stream_buffer()), _filters(stream)
        if stream.get("/Subtype") == Name.Image:
            samples = _samples(stream, raw, filters)
            most = 2 * _MOST_SAMPLES
        else:
            samples, most = 0, _MOST_UNPACKED
    except _MALFORMED:
        return
    if samples > _MOST_SAMPLES:
        raise _refusal("an image is larger than can be drawn")
    if not fits(raw, filters, most):
        raise _refusal("a packed part of the file is larger than can be read")


def _filters(stream: Stream) -> list[str]:
    given = stream.get("/Filter", Array())
    return [str(each) for each in (given if isinstance(given, Array) else [given])]


def _samples(image: Stream, raw: bytes, filters: list[str]) -> int:
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    samples = width * height * _colours(image.get("/ColorSpace"))
    if filters[-1:] == ["/JPXDecode"] and (at := raw.find(_JPX_SIZE)) >= 0:
        head = raw[at + 8 : at + 24]  # after the marker's length and capabilities: the reference grid, and its offset
        x1, y1, x0, y0 = (int.from_bytes(head[i : i + 4], "big") for i in range(0, 16, 4))
        components = int.from_bytes(raw[at + 40 : at + 42], "big")
        samples = max(samples, (x1 - x0) * (y1 - y0) * components)
    return samples


def _colours(space: Object | None) -> int:
    """Colours of a pixel, no fewer than there are."""
    kind = space[0] if isinstance(space, Array) and len(space) else space
    if kind == Name.DeviceRGB or kind in (Name.CalRGB, Name.Lab):
        return 3
    if kind == Name.ICCBased and isinstance(space, Array) and isinstance(space[1], Stream):
        return int(space[1].get("/N", 4))
    if kind == Name.DeviceN and isinstance(space, Array) and isinstance(space[1], Array):
        return len(space[1])
    return 4 if kind == Name.DeviceCMYK else 1


@dataclass(frozen=True, slots=True)
class _Cost:
    """What is painted: forms, and bytes of content. Both stop growing where they are too many."""

    forms: int = 0
    size: int = 0

    def __add__(self, other: _Cost) -> _Cost:
        return _Cost(min(self.forms + other.forms, _ENDLESS), min(self.size + other.size, _ENDLESS))

    def times(self, count: int) -> _Cost:
        return _Cost(min(self.forms * count, _ENDLESS), min(self.size * count, _ENDLESS))


_ENDLESS = 1 << 48


@dataclass(slots=True)
class _Effort:
    """Costs of the streams met so far, by object. A stream that is being counted costs nothing within itself: readers
    break such circles."""

    known: dict[tuple[int, int], _Cost] = field(default_factory=dict)

    def of_page(self, page: pikepdf.Page) -> _Cost:
        try:
            contents = page.obj.get("/Contents", Array())
            resources = page.obj.get("/Resources", page.resources)
        except _MALFORMED:
            return _Cost()
        streams = list(contents) if isinstance(contents, Array) else [contents]
        data = [_unpacked(stream) for stream in streams if isinstance(stream, Stream)]
        if sum(map(len, data)) > _MOST_CONTENT:
            raise _refusal("a page's content is larger than can be read")
        total = self._of_content(b"\n".join(data), resources, 0)
        for shown in _appearances(page):
            total += self._of_stream(shown, resources, 0)
        return total

    def _of_stream(self, stream: Stream, resources: Object | None, depth: int) -> _Cost:
        if stream.objgen in self.known:
            return self.known[stream.objgen]
        if depth > _DEEPEST:
            raise _refusal("forms lie within forms deeper than can be drawn")
        self.known[stream.objgen] = _Cost()
        own = stream.get("/Resources", resources)
        cost = _Cost(1) + self._of_content(_unpacked(stream), own, depth + 1)
        self.known[stream.objgen] = cost
        return cost

    def _of_content(self, content: bytes, resources: Object | None, depth: int) -> _Cost:
        """The content's own bytes, and what it uses as often as it does. Where a use has no name that is understood,
        the dearest of all is assumed."""
        _no_inline_field(content)
        total = _Cost(0, len(content))
        uses = len(_USE.findall(content))
        if not uses:
            return total
        costs = {name: self._of_stream(stream, resources, depth) for name, stream in _named(resources)}
        counts: dict[bytes, int] = {}
        for name in _USES.findall(content):
            counts[name] = counts.get(name, 0) + 1
        for name, count in counts.items():
            plain = "/" + re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m[1].decode()), name).decode("latin-1")
            total += costs.get(plain, _Cost()).times(count)
        if (others := uses - sum(counts.values())) > 0 and costs:
            total += _Cost(max(c.forms for c in costs.values()), max(c.size for c in costs.values())).times(others)
        return total


def _no_inline_field(content: bytes) -> None:
    for match in _INLINE.finditer(content):
        pixels = 1
        for _, number in _SIDE.findall(match[1]):
            pixels *= int(number[:9])
        if pixels > _MOST_SAMPLES:
            raise _refusal("an image is larger than can be drawn")


def _unpacked(stream: Stream) -> bytes:
    try:
        if not fits(bytes(stream.get_raw_stream_buffer()), _filters(stream), _MOST_CONTENT):
            raise _refusal("a page's content is larger than can be read")
        return bytes(stream.read_bytes())
    except _MALFORMED:
        return b""


def _named(resources: Object | None) -> Iterator[tuple[str, Stream]]:
    """Streams that content may paint by a name of its resources: forms, patterns, soft masks."""
    try:
        if not isinstance(resources, Dictionary):
            return
        for kind in ("/XObject", "/Pattern"):
            for name, thing in _items(resources.get(kind)):
                if isinstance(thing, Stream) and thing.get("/Subtype") != Name.Image:
                    yield name, thing
        for name, state in _items(resources.get("/ExtGState")):
            mask = state.get("/SMask") if isinstance(state, Dictionary) else None
            group = mask.get("/G") if isinstance(mask, Dictionary) else None
            if isinstance(group, Stream):
                yield name, group
    except _MALFORMED:
        return


def _items(thing: Object | None) -> Iterable[tuple[str, Object]]:
    return list(thing.items()) if isinstance(thing, Dictionary) else ()


def _appearances(page: pikepdf.Page) -> Iterator[Stream]:
    """What annotations and fields of the page show in their normal state."""
    try:
        annotations = page.obj.get("/Annots", Array())
        for annotation in annotations if isinstance(annotations, Array) else ():
            normal = annotation.get("/AP", Dictionary()).get("/N") if isinstance(annotation, Dictionary) else None
            if isinstance(normal, Stream):
                yield normal
            else:
                yield from (state for _, state in _items(normal) if isinstance(state, Stream))
    except _MALFORMED:
        return
