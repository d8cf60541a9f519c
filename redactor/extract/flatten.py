"""The original as it would print: one PDF without revisions, layers, annotations or hidden text, in one page space.

Every later stage works on this file and no other, so two parsers can never see two documents. Rotation, crop box and
user unit are moved into the content: a point of the flattened page is a point of the page as displayed, seen from
its top left corner. Form fields and annotations that show are drawn into the page; those that do not show are gone
(their texts are passages of their own; see ``offpage``).
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, Stream

from redactor.errors import PasswordRequiredError, UnreadableDocumentError
from redactor.model import Rect

INVISIBLE_MODES = frozenset({3, 7})
"""Text rendering modes that paint nothing (ISO 32000-1, table 106): neither, and add to clipping path only."""

_HIDDEN_FLAGS = 0b10_0010  # annotation flags Hidden (bit 2) and NoView (bit 6); ISO 32000-1, table 165
_NOT_DRAWN = (Name.Popup, Name.Link, Name.Redact)
_SHOW = frozenset({"Tj", "TJ", "'", '"'})
_PAINT = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
_MARKED = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})
_EVERY_WORD = pymupdf.TEXTFLAGS_WORDS & ~pymupdf.TEXT_MEDIABOX_CLIP
_COMPARE_DPI = 40
_COMPARE_TOLERANCE = 0.02
"""Share of a page's pixels that may differ between the original and its flattened form before it is refused."""


@dataclass(frozen=True, slots=True)
class Flattened:
    """The flattened PDF's bytes; per page, the areas (page space) of redaction marks that were never applied, and the
    text that the file holds for the page and does not show there."""

    pdf: bytes
    marked: tuple[tuple[Rect, ...], ...]
    hidden: tuple[str, ...]


def open_untrusted(path: Path) -> Pdf:
    """The original in pikepdf. USCIS forms are encrypted with an empty password; anything else is refused.

    Raises PasswordRequiredError and UnreadableDocumentError.
    """
    try:
        return pikepdf.open(path)
    except pikepdf.PasswordError as error:
        raise PasswordRequiredError("encrypted, and the empty password does not open it") from error
    except (pikepdf.PdfError, OSError, ValueError) as error:
        raise UnreadableDocumentError("not a PDF that can be repaired") from error


def flatten(untrusted: Pdf) -> Flattened:
    """The flattened PDF. Raises UnreadableDocumentError where a page cannot be drawn as the original draws it."""
    if not len(untrusted.pages):
        raise UnreadableDocumentError("the PDF has no pages")
    try:
        marks = [_redaction_marks(page) for page in untrusted.pages]
        baked = _baked(untrusted)
        clean, marked = _clean(baked, marks)
        flat = _clipped(clean)
        _same_picture(baked, flat)
        hidden = _hidden_text(baked, flat)
    except (pikepdf.PdfError, pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, ValueError, RuntimeError) as error:
        raise UnreadableDocumentError("a page could not be flattened") from error
    return Flattened(flat, marked, hidden)


def _redaction_marks(page: pikepdf.Page) -> list[list[float]]:
    """Rectangles (the file's own coordinates) of redaction annotations that somebody drew and never applied."""
    annotations = page.obj.get("/Annots")
    if not isinstance(annotations, Array):
        return []
    marks = [a for a in annotations if isinstance(a, Dictionary) and a.get("/Subtype") == Name.Redact and "/Rect" in a]
    return [[float(v) for v in mark.Rect] for mark in marks]


def _baked(untrusted: Pdf) -> bytes:
    """Decrypted, without XFA, with every annotation and field that shows drawn into its page."""
    if "/AcroForm" in untrusted.Root and "/XFA" in untrusted.Root.AcroForm:
        del untrusted.Root.AcroForm["/XFA"]
    for page in untrusted.pages:
        annotations = page.obj.get("/Annots")
        if not isinstance(annotations, Array):
            continue
        shown = [a for a in annotations if isinstance(a, Dictionary) and not int(a.get("/F", 0)) & _HIDDEN_FLAGS]
        page.obj.Annots = Array(a for a in shown if a.get("/Subtype") not in _NOT_DRAWN)
    buffer = io.BytesIO()
    untrusted.save(buffer, encryption=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as document:
        document.bake(annots=True, widgets=True)
        return bytes(document.tobytes(garbage=3, deflate=True))


def _clean(baked: bytes, marks: list[list[list[float]]]) -> tuple[bytes, tuple[tuple[Rect, ...], ...]]:
    """Pages only, in page space, with nothing in them that does not paint; and the marks, in page space too."""
    marked = []
    with pikepdf.open(io.BytesIO(baked)) as source, pikepdf.new() as target:
        layers = _Layers(source.Root.get("/OCProperties"))
        for page, rects in zip(source.pages, marks, strict=True):
            to_page_space = _into_page_space(source, page)
            marked.append(tuple(to_page_space.rect(rect) for rect in rects))
            _without_invisible(source, page, layers)
            for key in ("/Annots", "/AA", "/Metadata", "/PieceInfo", "/Thumb", "/StructParents", "/B", "/LastModified"):
                if key in page.obj:
                    del page.obj[key]
        target.pages.extend(source.pages)
        buffer = io.BytesIO()
        target.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return buffer.getvalue(), tuple(marked)


@dataclass(frozen=True, slots=True)
class _ToPageSpace:
    """The matrix (ISO 32000-1, 8.3.3) from a page's own coordinates to its visible area, and that area's height."""

    matrix: tuple[float, ...]
    height: float

    def rect(self, corners: list[float]) -> Rect:
        a, b, c, d, e, f = self.matrix
        points = [(a * x + c * y + e, b * x + d * y + f) for x, y in (corners[:2], corners[2:4])]
        xs, ys = zip(*points, strict=True)
        return Rect(min(xs), self.height - max(ys), max(xs), self.height - min(ys))


def _into_page_space(pdf: Pdf, page: pikepdf.Page) -> _ToPageSpace:
    """Rotation, crop box and user unit moved from the page's keys into its content."""
    media = [float(v) for v in page.mediabox]
    crop = [float(v) for v in page.cropbox]
    left, bottom = max(min(media[0], media[2]), min(crop[0], crop[2])), max(min(media[1], media[3]), min(crop[1], crop[3]))
    right, top = min(max(media[0], media[2]), max(crop[0], crop[2])), min(max(media[1], media[3]), max(crop[1], crop[3]))
    if right <= left or top <= bottom:
        left, bottom, right, top = media
    width, height = right - left, top - bottom
    unit = float(page.obj.get("/UserUnit", 1))
    rotation = _rotation(page) % 360
    matrix = {
        0: (1, 0, 0, 1, -left, -bottom),
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }[rotation]
    a, b, c, d, e, f = (value * unit for value in matrix)
    if rotation in (90, 270):
        width, height = height, width
    balanced = _balanced(page)
    page.obj.Contents = pdf.make_stream(
        b"q %.6f %.6f %.6f %.6f %.6f %.6f cm\n" % (a, b, c, d, e, f) + balanced + b"\nQ\n"
    )
    page.obj.MediaBox = Array([0, 0, width * unit, height * unit])
    for key in ("/CropBox", "/Rotate", "/UserUnit", "/TrimBox", "/BleedBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    page.obj.CropBox = page.obj.MediaBox
    page.obj.Rotate = 0
    return _ToPageSpace((a, b, c, d, e, f), height * unit)


def _rotation(page: pikepdf.Page) -> int:
    """Degrees clockwise; the key is inherited from the page tree (ISO 32000-1, 7.7.3.4). Odd values count as none."""
    node: Object | None = page.obj
    for _ in range(64):
        if not isinstance(node, Dictionary):
            break
        if "/Rotate" in node:
            return int(node.Rotate) // 90 * 90
        node = node.get("/Parent")
    return 0


def _balanced(page: pikepdf.Page) -> bytes:
    """The page's content as one stream with as many Q as q, so that wrapping it is safe."""
    instructions = list(pikepdf.parse_content_stream(page))
    depth = 0
    kept = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "Q":
            if depth == 0:
                continue  # viewers ignore a Q too many; inside our own q it would undo the page's matrix
            depth -= 1
        elif operator == "q":
            depth += 1
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept) + b"\nQ" * depth


class _Layers:
    """Which optional content shows, by the document's default configuration (ISO 32000-1, 8.11.4)."""

    def __init__(self, properties: Object | None) -> None:
        self._off: set[tuple[int, int]] = set()
        if not isinstance(properties, Dictionary):
            return
        default = properties.get("/D", Dictionary())
        if default.get("/BaseState") == Name.OFF:
            self._off = {group.objgen for group in properties.get("/OCGs", Array())}
            self._off -= {group.objgen for group in default.get("/ON", Array())}
        self._off |= {group.objgen for group in default.get("/OFF", Array())}

    def hides(self, membership: Object | None) -> bool:
        """Whether content that belongs to this group or membership dictionary is not painted."""
        if not isinstance(membership, Dictionary):
            return False
        if membership.get("/Type") != Name.OCMD:
            return membership.objgen in self._off
        groups = membership.get("/OCGs", Array())
        members = [groups] if isinstance(groups, Dictionary) else list(groups)
        off = [group.objgen in self._off for group in members if isinstance(group, Dictionary)]
        policy = str(membership.get("/P", "/AnyOn"))
        hidden = {"/AllOn": any(off), "/AnyOn": all(off), "/AnyOff": not any(off), "/AllOff": not all(off)}
        return bool(off) and hidden.get(policy, False)


def _without_invisible(pdf: Pdf, page: pikepdf.Page, layers: _Layers) -> None:
    resources = page.obj.get("/Resources", Dictionary())
    page.obj.Contents = pdf.make_stream(_painting_only(pikepdf.parse_content_stream(page), resources, layers))
    _clean_forms(resources, layers, set())


def _clean_forms(resources: Object, layers: _Layers, seen: set[tuple[int, int]]) -> None:
    """The same for every form, pattern and Type 3 procedure that the resources name, each once."""
    if not isinstance(resources, Dictionary):
        return
    streams: list[Stream] = []
    for kind in ("/XObject", "/Pattern"):
        streams += [s for s in resources.get(kind, Dictionary()).values() if isinstance(s, Stream)]
    for font in resources.get("/Font", Dictionary()).values():
        if isinstance(font, Dictionary) and font.get("/Subtype") == Name.Type3:
            streams += [s for s in font.get("/CharProcs", Dictionary()).values() if isinstance(s, Stream)]
            _clean_forms(font.get("/Resources", Dictionary()), layers, seen)
    for stream in streams:
        if stream.objgen in seen or stream.get("/Subtype") == Name.Image:
            continue
        seen.add(stream.objgen)
        own = stream.get("/Resources", resources)
        stream.write(_painting_only(pikepdf.parse_content_stream(stream), own, layers))
        for key in ("/StructParent", "/StructParents", "/PieceInfo", "/Metadata", "/OC", "/LastModified"):
            if key in stream:
                del stream[key]
        _clean_forms(own, layers, seen)


def _painting_only(instructions: object, resources: Object, layers: _Layers) -> bytes:
    """The content stream without marked-content operators, hidden layers and invisible text."""
    kept: list[object] = []
    mode, modes = 0, list[int]()
    hidden = list[bool]()
    for instruction in instructions:  # type: ignore[attr-defined]
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            if not any(hidden):
                kept.append(instruction)
            continue
        operands, operator = instruction.operands, str(instruction.operator)
        if operator in _MARKED:
            if operator in ("BMC", "BDC"):
                hidden.append(_hidden_by(operator, operands, resources, layers))
            elif operator == "EMC" and hidden:
                hidden.pop()
            continue
        if operator == "q":
            modes.append(mode)
        elif operator == "Q" and modes:
            mode = modes.pop()
        elif operator == "Tr" and operands:
            mode = int(operands[0])
        invisible = any(hidden)
        if operator in _SHOW and (invisible or mode in INVISIBLE_MODES):
            if operator in ("'", '"'):
                kept.append(pikepdf.ContentStreamInstruction([], Operator("T*")))
            continue
        if operator == "Do":
            named = resources.get("/XObject", Dictionary()).get(str(operands[0])) if operands else None
            if invisible or (isinstance(named, Stream) and layers.hides(named.get("/OC"))):
                continue
        if invisible and operator in _PAINT:
            kept.append(pikepdf.ContentStreamInstruction([], Operator("n")))
            continue
        if invisible and operator == "sh":
            continue
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)  # type: ignore[arg-type]


def _hidden_by(operator: str, operands: object, resources: Object, layers: _Layers) -> bool:
    items = list(operands)  # type: ignore[call-overload]
    if operator != "BDC" or len(items) < 2 or items[0] != Name.OC:
        return False
    properties = resources.get("/Properties", Dictionary()).get(str(items[1])) if isinstance(items[1], Name) else None
    return layers.hides(properties)


def _clipped(clean: bytes) -> bytes:
    """Without text and drawings that lie off the page."""
    with pymupdf.open(stream=clean, filetype="pdf") as document:
        for page in document:
            page.clip_to_rect(page.rect)
        return bytes(document.tobytes(garbage=4, deflate=True))


def _hidden_text(before: bytes, after: bytes) -> tuple[str, ...]:
    """Per page, the words that the original holds there and the flattened page has not: off the page, in layers that
    are off, painted invisibly."""
    with pikepdf.open(io.BytesIO(before)) as pdf:
        if "/OCProperties" in pdf.Root:
            del pdf.Root["/OCProperties"]  # without it every layer is read
        buffer = io.BytesIO()
        pdf.save(buffer)
    texts = []
    with pymupdf.open(stream=buffer.getvalue(), filetype="pdf") as one, pymupdf.open(stream=after) as other:
        for first, second in zip(one, other, strict=True):
            shown = Counter(word[4] for word in second.get_text("words"))
            lines: dict[tuple[int, int], list[str]] = {}
            for word in first.get_text("words", clip=pymupdf.INFINITE_RECT(), flags=_EVERY_WORD):
                if shown[word[4]] > 0:
                    shown[word[4]] -= 1
                else:
                    lines.setdefault((word[5], word[6]), []).append(word[4])
            texts.append("\n".join(" ".join(words) for words in lines.values()))
    return tuple(texts)


def _same_picture(before: bytes, after: bytes) -> None:
    """Raises ValueError where a page no longer looks as it did: something that showed was lost on the way."""
    with pymupdf.open(stream=before, filetype="pdf") as one, pymupdf.open(stream=after, filetype="pdf") as other:
        for first, second in zip(one, other, strict=True):
            a = first.get_pixmap(dpi=_COMPARE_DPI, colorspace=pymupdf.csGRAY, annots=False)
            b = second.get_pixmap(dpi=_COMPARE_DPI, colorspace=pymupdf.csGRAY, annots=False)
            if abs(a.width - b.width) > 1 or abs(a.height - b.height) > 1:
                raise ValueError("page size changed")
            if (a.width, a.height) != (b.width, b.height):
                continue
            differing = sum(abs(x - y) > 64 for x, y in zip(a.samples, b.samples, strict=True))
            if differing > _COMPARE_TOLERANCE * a.width * a.height:
                raise ValueError("picture changed")
