"""Text that no page shows: fields, annotations, metadata, bookmarks, links, layers, structure, attachments.

None of it is ever produced. It is read because it names people, who are then found on the pages of other documents,
and because the verifier must know what may not come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from redactor.model import Passage

_MOST_OBJECTS = 200_000
"""Most objects walked for structure text; a file that needs more is not a document somebody wrote."""

_FIELD_KEYS = ("/V", "/DV", "/RV", "/Opt")
_ANNOTATION_KEYS = ("/Contents", "/RC", "/T", "/Subj")
_STRUCTURE_KEYS = ("/ActualText", "/Alt", "/E", "/T")


def off_page(pdf: Pdf, file_name: str) -> tuple[Passage, ...]:
    """Every off-page passage of the original, each with an address of its own. Empty texts are left out."""
    texts = [("name", file_name), *_information(pdf), *_fields(pdf), *_xfa(pdf), *_annotations(pdf)]
    texts += [*_outline(pdf), *_labels(pdf), *_layers(pdf), *_attachments(pdf), *_structure(pdf), *_scripts(pdf)]
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
        yield "xmp", re.sub(r"<[^>]*>", "\n", _text(metadata))


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
        if field.get("/FT") in (Name.Btn, Name.Sig):
            continue
        hint = _text(field.get("/TU", String("")))
        label = hint if 0 < len(hint) <= 60 else _label(name)
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
            elif annotation.get("/Subtype") != Name.Widget:
                yield f"annot:p{number}/{index}", "\n".join(
                    filter(None, (_text(annotation[key]) for key in _ANNOTATION_KEYS if key in annotation))
                )


def _outline(pdf: Pdf) -> Iterator[tuple[str, str]]:
    node = (pdf.Root.get("/Outlines") or Dictionary()).get("/First")
    stack = [node] if isinstance(node, Dictionary) else []
    seen: set[tuple[int, int]] = set()
    while stack:
        item = stack.pop()
        if item.objgen in seen:
            continue
        seen.add(item.objgen)
        yield "outline", _text(item.get("/Title", String("")))
        stack += [item[key] for key in ("/Next", "/First") if isinstance(item.get(key), Dictionary)]


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
    """Names, descriptions and, where it is text, the content of attached files."""
    for key, attachment in pdf.attachments.items():
        yield "attachment", "\n".join(filter(None, (key, attachment.filename, attachment.description)))
        raw = attachment.get_file().read_bytes()
        if raw[:1024].isascii() and b"\0" not in raw[:1024] and not raw.startswith(b"%PDF"):
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


def _scripts(pdf: Pdf) -> Iterator[tuple[str, str]]:
    action = pdf.Root.get("/OpenAction")
    if isinstance(action, Dictionary) and "/JS" in action:
        yield "script", _text(action.JS)
    for entry in _tree((pdf.Root.get("/Names") or Dictionary()).get("/JavaScript"), "/Names"):
        if isinstance(entry, Dictionary) and "/JS" in entry:
            yield "script", _text(entry.JS)
