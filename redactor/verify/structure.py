"""What a copy may be made of: one revision, an allow-list of keys, nothing hidden and nothing left over.

Allow-lists, because lists of what is forbidden lose (there is always one more key that holds text); the second list of
forbidden keys only covers dictionaries for which no allow-list would be short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import pikepdf

from redactor.model import Check
from redactor.verify.content import Said
from redactor.verify.objects import NAMED_BY_WRITER, CopyObjects, Node

CATALOG_KEYS = frozenset(("/Type", "/Pages", "/Version"))
PAGE_KEYS = frozenset(
    ("/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group")
)
PAGE_TREE_KEYS = frozenset(("/Type", "/Parent", "/Kids", "/Count", "/Resources", "/MediaBox", "/CropBox", "/Rotate"))
TRAILER_KEYS = frozenset(("/Size", "/Root", "/ID", "/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length"))
"""The plain trailer and the keys of a cross-reference stream; neither /Info, /Prev, /XRefStm nor /Encrypt."""

_TRAILER_FAULTS = ("/Info", "/Prev", "/XRefStm", "/Encrypt")

FORBIDDEN_KEYS = frozenset(
    (
        "/AA", "/AF", "/AcroForm", "/ActualText", "/Alt", "/Alternates", "/Annots", "/Collection",
        "/Dests", "/EF", "/EmbeddedFiles", "/JS", "/JavaScript", "/LastModified", "/Lang", "/MarkInfo", "/Metadata",
        "/Names", "/OC", "/OCProperties", "/OPI", "/OpenAction", "/Outlines", "/OutputIntents", "/PageLabels", "/Perms",
        "/PieceInfo", "/Properties", "/SpiderInfo", "/StructTreeRoot", "/Thumb", "/Threads", "/URI", "/XFA",
    )
)  # fmt: skip

_NEUTRAL = re.compile(r"/(?:[A-Z]{1,2}[0-9]{1,6}|Default(?:Gray|RGB|CMYK))")
"""What a resource may be called: a letter or two and a number, or what ISO 32000-1, 8.6.5.6 calls it."""

_STREAM = re.compile(rb"(?<=stream)\r?\n.*?endstream", re.DOTALL)
_OBJECT = re.compile(rb"(?<![\d])(\d{1,10})\s+(\d{1,5})\s+obj\b(.{0,200})", re.DOTALL)
_JPEG_PLAIN = (0xE0, 0xEE)  # APP0 (JFIF) and APP14 (Adobe's colour transform)
_JPEG_ICC = 0xE2
_JPX_TEXT_BOXES = (b"xml ", b"uuid", b"uinf")
_JFIF_LENGTH = 16  # a JFIF header without a thumbnail


def one_revision(data: bytes) -> Check:
    """The file was written once, from its first byte to its end-of-file marker, and holds nothing before or after."""
    syntax = _STREAM.sub(b"\n", data)
    problems = []
    if not data.startswith(b"%PDF-"):
        problems.append("document: bytes before the header")
    if syntax.count(b"%%EOF") != 1:
        problems.append("document: not exactly one end-of-file marker")
    if syntax.count(b"startxref") != 1:
        problems.append("document: not exactly one startxref")
    if not data.rstrip(b"\r\n").endswith(b"%%EOF"):
        problems.append("document: bytes after the end-of-file marker")
    return Check("one revision", tuple(problems))


def no_leftovers(objects: CopyObjects, data: bytes) -> Check:
    """Every object can be reached from the trailer, and no object lies in the file that its tables do not list."""
    problems = [f"object {number}: nothing refers to it" for number in objects.orphans]
    found = Counter[int]()
    for number, _, head in _OBJECT.findall(_STREAM.sub(b"\n", data)):
        if not re.search(rb"/Type\s*/(?:XRef|ObjStm)\b", head):
            found[int(number)] += 1
    problems += [f"object {number}: written {count} times" for number, count in found.items() if count > 1]
    problems += [f"object {number}: not in the file's tables" for number in found if number not in objects.numbers]
    return Check("no leftover objects", tuple(problems))


def allowed_keys(objects: CopyObjects) -> Check:
    """Catalog, pages, page tree and trailer hold only the keys that are needed to show pages; no object holds a key
    that carries metadata, actions, alternatives, layers, attachments or accessibility text. Resources have neutral
    names: one word is enough to tell whose page it is, and no list of values need hold that word."""
    pdf = objects.pdf
    problems = ["document: encrypted"] if pdf.is_encrypted else []
    problems += [f"trailer: {_known(str(key))}" for key in pdf.trailer if key not in TRAILER_KEYS]
    problems += [f"catalog: {_known(str(key))}" for key in pdf.Root if key not in CATALOG_KEYS]
    for number, page in enumerate(objects.pages, start=1):
        problems += [f"page {number}: {_known(str(key))}" for key in page.obj if key not in PAGE_KEYS]
    for node in objects.everything():
        if node.thing.get("/Type") == "/Pages":
            problems += [f"{node.place}: {_known(str(key))}" for key in node.thing if key not in PAGE_TREE_KEYS]
        if node.key not in NAMED_BY_WRITER and node.thing.get("/Type") not in ("/Page", "/Catalog"):
            problems += [f"{node.place}: {key[1:]}" for key in node.thing if key in FORBIDDEN_KEYS]
        if node.key in NAMED_BY_WRITER - {"/CharProcs", "/Colorants"} and isinstance(node.thing, pikepdf.Dictionary):
            telling = any(not _NEUTRAL.fullmatch(str(key)) for key in node.thing if node.parent == "/Resources")
            problems += [f"{node.place}: a resource name that may tell something"] * telling
        if isinstance(node.thing, pikepdf.Stream) and "/F" in node.thing:
            problems.append(f"{node.place}: data in another file")
    return Check("only what shows pages", tuple(dict.fromkeys(problems)))


def _known(key: str) -> str:
    """A key by name where it is one of ours to name; any other may itself be text of the document."""
    return key[1:] if key in FORBIDDEN_KEYS or key in _TRAILER_FAULTS else "a key that is not allowed"


def nothing_invisible(
    said: Sequence[tuple[str, int | None, Said | None]], pictures: Collection[int] = frozenset()
) -> Check:
    """No string is shown in a text mode that paints nothing, as the hidden layer of a scan is, except on ``pictures``:
    pages that the copy shows as a picture, whose layer is held against what the picture shows."""
    return Check(
        "no invisible text",
        tuple(
            f"{place}: invisible text"
            for place, page, words in said
            if words and words.invisible and (page is None or page not in pictures)
        ),
    )


def nothing_described(said: Sequence[tuple[str, int | None, Said | None]]) -> Check:
    """No property of marked content is a string (ActualText, Alt, E and whatever else a writer puts there); numbers,
    such as MCID, may stay."""
    return Check(
        "no marked-content text",
        tuple(f"{place}: marked content with text" for place, _, words in said if words and words.described),
    )


def plain_images(objects: CopyObjects) -> Check:
    """Image data holds pixels only: no Exif, comment, thumbnail or XML, and nothing after the image's end."""
    problems = []
    for node in objects.streams():
        if node.thing.get("/Subtype") == "/Image":
            problems += [f"{node.place}: {what}" for what in _image_extras(node)]
    return Check("images hold pixels only", tuple(problems))


def _image_extras(node: Node) -> Iterator[str]:
    filters = node.thing.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if not names or names[-1] not in ("/DCTDecode", "/JPXDecode"):
        return
    if len(names) > 1:
        # A JPEG inside another filter is legal and pointless; unpacking it here would need the writer's code.
        yield "an image codec inside another filter"
        return
    data = node.thing.read_raw_bytes()
    yield from _jpeg_extras(data) if names[-1] == "/DCTDecode" else _jpx_extras(data)


def _jpeg_extras(data: bytes) -> Iterator[str]:
    """Segments of a JPEG that are not needed to decode it (ITU-T T.81, annex B)."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        body = data[at + 4 : at + 2 + length]
        if marker == 0xFE:
            yield "a comment in a JPEG"
        elif 0xE0 <= marker <= 0xEF and not (
            marker in _JPEG_PLAIN or (marker == _JPEG_ICC and body.startswith(b"ICC_PROFILE"))
        ):
            yield f"APP{marker - 0xE0} data in a JPEG"
        elif marker == 0xE0 and length > _JFIF_LENGTH:
            yield "a thumbnail in a JPEG"
        at += 2 + length
    end = data.find(b"\xff\xd9", at)  # entropy-coded data cannot hold it: FF is followed by 00 or a restart marker
    if not data.startswith(b"\xff\xd8") or end < at:
        yield "a JPEG that cannot be read"
    elif data[end + 2 :].strip(b"\0\r\n"):
        yield "bytes after the end of a JPEG"


def _jpx_extras(data: bytes) -> Iterator[str]:
    """Boxes of a JPEG 2000 file that hold text (ISO 15444-1, annex I)."""
    at = 0
    while at + 8 <= len(data) and data[:4] != b"\xff\x4f\xff\x51":
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in _JPX_TEXT_BOXES:
            yield "text in a JPEG 2000 image"
        if length < 8:
            return
        at += length
