"""Text that no page shows: fields, annotations, metadata, bookmarks, links, layers, structure, attachments, scripts.

None of it is ever produced. It is read because it names people, who are then found on the pages of other documents,
and because the verifier must know what may not come back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, String, parse_content_stream

from redactor.model import Passage

_MOST_OBJECTS = 200_000
"""Most objects walked for structure text; a file that needs more is not a document somebody wrote."""

_FIELD_KEYS = ("/V", "/DV", "/RV", "/Opt")
_ANNOTATION_KEYS = ("/Contents", "/RC", "/T", "/Subj")
_STRUCTURE_KEYS = ("/ActualText", "/Alt", "/E", "/T")
_HINT_KEYS = ("/TU", "/TM")
_LONGEST_LABEL = 60
"""Code points; a longer tooltip is an instruction, and says nothing about the value beside it."""

_DATE = re.compile(r"D:\d{4}")
_WORDS = re.compile(r"[^\W_]{3}")
"""What a string must hold to be worth reading where nobody knows what it is for: file identifiers do not."""

_NO_WORDS = frozenset({
    "/ID", "/O", "/U", "/OE", "/UE", "/Perms", "/CheckSum", "/Contents", "/Cert", "/DA", "/DS", "/DR", "/Lookup",
    "/Registry", "/Ordering", "/CIDSystemInfo", "/Font", "/ColorSpace", "/XObject", "/Encrypt", "/Lang", "/Style",
})  # fmt: skip
"""Keys whose strings are codes, digests or drawing instructions. An annotation's /Contents is read by itself."""


def off_page(pdf: Pdf, file_name: str) -> tuple[Passage, ...]:
    """Every off-page passage of the original, each with an address of its own. Empty texts are left out."""
    texts = [("name", file_name), *_information(pdf), *_fields(pdf), *_xfa(pdf), *_annotations(pdf)]
    texts += [*_outline(pdf), *_labels(pdf), *_layers(pdf), *_attachments(pdf), *_structure(pdf), *_marked(pdf)]
    texts += _elsewhere(pdf, {line for _, text in texts for line in (text, *text.split("\n"), *text.split(": "))})
    seen: dict[str, int] = {}
    passages = []
    for address, text in texts:
        if not text.strip():
            continue
        seen[address] = seen.get(address, 0) + 1
        unique = address if seen[address] == 1 else f"{address}~{seen[address]}"
        passages.append(Passage(unique, text))
    return tuple(passages)


def _text(value: object) -> str:
    """A PDF text string, name, stream or array of them, as plain text."""
    if isinstance(value, Stream):
        raw = value.read_bytes()
        return raw.decode("utf-16" if raw[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8", "replace")
    if isinstance(value, Array):
        return "\n".join(filter(None, (_text(item) for item in value)))
    if isinstance(value, String | Name):
        return re.sub(r"^/", "", str(value))
    return str(value) if isinstance(value, str) else ""


def _information(pdf: Pdf) -> Iterator[tuple[str, str]]:
    for key, value in (pdf.trailer.get("/Info") or Dictionary()).items():
        if key not in ("/CreationDate", "/ModDate", "/Trapped"):
            yield f"meta:{key[1:]}", _text(value)
    if isinstance(metadata := pdf.Root.get("/Metadata"), Stream):
        packet = _text(metadata)
        # A short property may stand as an attribute instead of an element (ISO 16684-1, 7.9.2.2).
        values = [value for tag in re.findall(r"<[^>]*>", packet) for value in re.findall(r"=[\"']([^\"']*)", tag)]
        named = [html.unescape(value) for value in values if _WORDS.search(value) and "://" not in value]
        yield "xmp", "\n".join((html.unescape(re.sub(r"<[^>]*>", "\n", packet)), *named))


def _label(name: str) -> str:
    """A field's name as words: ``Pt1Line4_AlienNumber[0]`` says "Alien Number", which is a label like any other."""
    last = name.rsplit(".", 1)[-1]
    spaced = re.sub(r"\[\d+\]|[_\W]+", " ", last)
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Z])", " ", spaced).strip()


def _fields(pdf: Pdf) -> Iterator[tuple[str, str]]:
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    stack = [(field, "") for field in form.get("/Fields", Array())]
    walked = 0
    while stack and walked < _MOST_OBJECTS:
        field, parent = stack.pop()
        walked += 1
        if not isinstance(field, Dictionary):
            continue
        own = _text(field.get("/T", String("")))
        name = f"{parent}.{own}" if parent and own else parent or own
        stack += [(kid, name) for kid in field.get("/Kids", Array())]
        hint = _text(field.get("/TU", String("")))
        for key in _HINT_KEYS:
            if key in field:
                yield f"field:{own or name}", _text(field[key])
        if field.get("/FT") in (Name.Btn, Name.Sig):
            continue
        label = hint if 0 < len(hint) <= _LONGEST_LABEL else _label(name)
        for key in _FIELD_KEYS:
            if key in field and (value := _text(field[key])).strip():
                yield f"field:{own or name}", f"{label}: {value}"


def _xfa(pdf: Pdf) -> Iterator[tuple[str, str]]:
    packets = (pdf.Root.get("/AcroForm") or Dictionary()).get("/XFA")
    streams = [packets] if isinstance(packets, Stream) else list(packets or ())
    for stream in streams:
        if not isinstance(stream, Stream):
            continue
        raw = stream.read_bytes()
        if b"<xfa:data" not in raw and b"<xfa:datasets" not in raw:
            continue
        try:
            root = ElementTree.fromstring(raw)  # noqa: S314  expat (2.4.1 and later) stops entity amplification
        except ElementTree.ParseError:
            yield "xfa", re.sub(r"<[^>]*>", "\n", raw.decode("utf-8", "replace"))
            continue
        for element in root.iter():
            if (value := (element.text or "").strip()) and not len(element):
                tag = element.tag.rsplit("}", 1)[-1]
                yield f"xfa:{tag}", f"{_label(tag)}: {value}"


def _annotations(pdf: Pdf) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.obj.get("/Annots")
        for index, annotation in enumerate(annotations if isinstance(annotations, Array) else (), 1):
            if not isinstance(annotation, Dictionary):
                continue
            if annotation.get("/Subtype") == Name.Link:
                action = annotation.get("/A")
                if isinstance(action, Dictionary):
                    yield f"link:p{number}/{index}", _text(action.get("/URI", action.get("/F", String(""))))
                if "/Contents" in annotation:
                    yield f"link:p{number}/{index}", _text(annotation.Contents)
            elif annotation.get("/Subtype") != Name.Widget:
                yield (
                    f"annot:p{number}/{index}",
                    "\n".join(filter(None, (_text(annotation[key]) for key in _ANNOTATION_KEYS if key in annotation))),
                )


def _outline(pdf: Pdf) -> Iterator[tuple[str, str]]:
    node = (pdf.Root.get("/Outlines") or Dictionary()).get("/First")
    stack: list[Object] = [node] if isinstance(node, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while stack:
        item = stack.pop()
        if item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield "outline", _text(item.get("/Title", String("")))
        stack.extend(item[key] for key in ("/Next", "/First") if isinstance(item.get(key), Dictionary))


def _labels(pdf: Pdf) -> Iterator[tuple[str, str]]:
    """Page labels and named destinations."""
    for number in _tree(pdf.Root.get("/PageLabels"), "/Nums"):
        if isinstance(number, Dictionary) and "/P" in number:
            yield "label", _text(number.P)
    for name in _tree((pdf.Root.get("/Names") or Dictionary()).get("/Dests"), "/Names"):
        if isinstance(name, String):
            yield "destination", _text(name)
    for key in (pdf.Root.get("/Dests") or Dictionary()).keys():  # noqa: SIM118  a pikepdf dictionary iterates values
        yield "destination", key[1:]


def _tree(root: Object | None, leaf: str) -> Iterator[Object]:
    """The entries of a name or number tree's leaves (ISO 32000-1, 7.9.6)."""
    stack = [root] if isinstance(root, Dictionary) else []
    for _ in range(_MOST_OBJECTS):
        if not stack:
            return
        node = stack.pop()
        yield from node.get(leaf, Array())
        stack += [kid for kid in node.get("/Kids", Array()) if isinstance(kid, Dictionary)]


def _layers(pdf: Pdf) -> Iterator[tuple[str, str]]:
    for group in (pdf.Root.get("/OCProperties") or Dictionary()).get("/OCGs", Array()):
        if isinstance(group, Dictionary):
            yield "layer", _text(group.get("/Name", String("")))


def _attachments(pdf: Pdf) -> Iterator[tuple[str, str]]:
    """Names, descriptions and, where it is text, the content of files attached to the document or to a page."""
    files = list(_tree((pdf.Root.get("/Names") or Dictionary()).get("/EmbeddedFiles"), "/Names"))
    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        pinned = annotations if isinstance(annotations, Array) else ()
        files += [note["/FS"] for note in pinned if isinstance(note, Dictionary) and "/FS" in note]
    for file in files:
        if isinstance(file, String):
            yield "attachment", _text(file)  # its key in the name tree
        if not isinstance(file, Dictionary):
            continue
        said = dict.fromkeys(_text(file[key]) for key in ("/UF", "/F", "/Desc") if key in file)
        yield "attachment", "\n".join(filter(None, said))
        streams = file.get("/EF")
        content = streams.get("/F", streams.get("/UF")) if isinstance(streams, Dictionary) else None
        raw = content.read_bytes() if isinstance(content, Stream) else b""
        if raw and b"\0" not in raw[:1024] and not raw.startswith(b"%PDF"):
            yield "attachment", raw.decode("utf-8", "replace")


def _structure(pdf: Pdf) -> Iterator[tuple[str, str]]:
    root = pdf.Root.get("/StructTreeRoot")
    stack: list[Object] = [root] if isinstance(root, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while stack and len(seen) < _MOST_OBJECTS:
        node = stack.pop()
        if isinstance(node, Array):
            stack.extend(kid for kid in node if isinstance(kid, Array | Dictionary))
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        for key in _STRUCTURE_KEYS:
            if isinstance(node.get(key), String):
                yield "structure", _text(node[key])
        if isinstance(kids := node.get("/K"), Array | Dictionary):
            stack.append(kids)


def _marked(pdf: Pdf) -> Iterator[tuple[str, str]]:
    """What marked content says of itself: ActualText, Alt and E beside the glyphs (ISO 32000-1, 14.9)."""
    for number, page in enumerate(pdf.pages, 1):
        try:
            instructions = parse_content_stream(page, "BDC DP")
        except PdfError:
            continue  # flattening says that the page cannot be read
        for instruction in instructions:
            for properties in instruction.operands:
                if not isinstance(properties, Dictionary):
                    continue
                for key in _STRUCTURE_KEYS:
                    if isinstance(properties.get(key), String):
                        yield f"structure:p{number}", _text(properties[key])


def _elsewhere(pdf: Pdf, known: set[str]) -> Iterator[tuple[str, str]]:
    """Every other string of the file that has words in it: scripts, signatures, threads, vendors' private keys.

    ``known`` are the texts that have an address already.
    """
    stack: list[tuple[Object, str]] = [(pdf.trailer, "")]
    seen: set[tuple[int, int]] = set()
    while stack and len(seen) < _MOST_OBJECTS:
        thing, key = stack.pop()
        if key in _NO_WORDS or not isinstance(thing, Object):
            continue
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, String) or (isinstance(thing, Stream) and key == "/JS"):
            text = _text(thing)
            if _WORDS.search(text) and not _DATE.match(text) and text not in known:
                known.add(text)
                yield f"key:{key[1:]}", text
        elif isinstance(thing, Array):
            stack += [(item, key) for item in thing]
        elif isinstance(thing, Dictionary | Stream):
            stack += [(item, name) for name, item in thing.items()]
