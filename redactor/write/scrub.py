"""Nothing in the file but what paints: an allow-list of keys per kind of object, everything else left behind.

Lists of what to delete lose to the next vendor key (redaction hazards 8, 12, 18, 22); a list of what may stay does not.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

_PAGE = frozenset({
    "/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group",
})  # fmt: skip
_RESOURCES = frozenset({"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading"})
_STREAM = frozenset({"/Length", "/Filter", "/DecodeParms"})
_FORM = _STREAM | {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"}
_IMAGE = _STREAM | {
    "/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Decode", "/Mask", "/SMask",
    "/ImageMask", "/Interpolate", "/Matte", "/SMaskInData",
}  # fmt: skip
_PATTERN = _STREAM | {
    "/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Resources", "/Matrix",
    "/Shading", "/ExtGState",
}  # fmt: skip
_FONT = frozenset({
    "/Type", "/Subtype", "/BaseFont", "/Encoding", "/FirstChar", "/LastChar", "/Widths", "/FontDescriptor",
    "/ToUnicode", "/DescendantFonts", "/CIDSystemInfo", "/W", "/DW", "/W2", "/DW2", "/CIDToGIDMap", "/FontBBox",
    "/FontMatrix", "/CharProcs", "/Resources",
})  # fmt: skip
_DESCRIPTOR = frozenset({
    "/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV",
    "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth", "/XHeight", "/Leading", "/FontFile", "/FontFile2",
    "/FontFile3",
})  # fmt: skip
_STATE = frozenset({
    "/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/Font", "/BG", "/BG2", "/UCR", "/UCR2",
    "/TR", "/TR2", "/HT", "/FL", "/SM", "/SA", "/BM", "/SMask", "/CA", "/ca", "/AIS", "/TK",
})  # fmt: skip
_VALUE = _STREAM | {
    "/N", "/Alternate", "/Range", "/Domain", "/Functions", "/Function", "/FunctionType", "/C0", "/C1", "/Bounds",
    "/Encode", "/Decode", "/Size", "/BitsPerSample", "/Order", "/WhitePoint", "/BlackPoint", "/Gamma", "/Matrix",
    "/ShadingType", "/ColorSpace", "/Background", "/BBox", "/AntiAlias", "/Coords", "/Extend", "/BitsPerCoordinate",
    "/BitsPerComponent", "/BitsPerFlag", "/VerticesPerRow", "/Type", "/S", "/CS", "/I", "/K", "/G", "/BC", "/TR",
}  # fmt: skip
"""Keys of colour spaces, functions, shadings, groups and soft masks (ISO 32000-1, 7.10, 8.6, 8.7.4.5, 11.6)."""

_STANDARD_FONTS = frozenset({
    "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique", "Times-Roman", "Times-Bold",
    "Times-Italic", "Times-BoldItalic", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
    "Symbol", "ZapfDingbats",
})  # fmt: skip


def scrub(burned: bytes) -> bytes:
    """The same pages in a new file that holds their painting and nothing else: no metadata, no revisions, no names."""
    with pikepdf.open(io.BytesIO(burned)) as source, pikepdf.new() as target:
        keeper = _Keeper()
        for page in source.pages:
            keeper.page(page.obj)
        target.pages.extend(source.pages)
        buffer = io.BytesIO()
        target.save(
            buffer,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
            fix_metadata_version=False,
        )
        return buffer.getvalue()


class _Keeper:
    """Walks one file and keeps, in each object once, only what its kind may hold."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._names: dict[str, str] = {}

    def page(self, page: Object) -> None:
        _keep(page, _PAGE)
        self._resources(page.get("/Resources"))
        self._value(page.get("/Group"))

    def _new(self, item: Object | None) -> bool:
        """Whether the object has not been walked yet."""
        if item is None or not item.is_indirect:
            return item is not None
        if item.objgen in self._seen:
            return False
        self._seen.add(item.objgen)
        return True

    def _resources(self, resources: Object | None) -> None:
        if not isinstance(resources, Dictionary) or not self._new(resources):
            return
        _keep(resources, _RESOURCES)
        kinds: dict[str, Callable[[Object], None]] = {
            "/Font": self._font,
            "/XObject": self._xobject,
            "/ExtGState": self._state,
            "/ColorSpace": self._colours,
            "/Pattern": self._pattern,
            "/Shading": self._value,
        }
        for key, keep in kinds.items():
            if isinstance(entries := resources.get(key), Dictionary):
                for name in list(entries.keys()):
                    keep(entries[name])

    def _xobject(self, stream: Object | None) -> None:
        if not isinstance(stream, Stream) or not self._new(stream):
            return
        if stream.get("/Subtype") == Name.Image:
            self._image(stream)
        else:
            _keep(stream, _FORM)
            self._resources(stream.get("/Resources"))
            self._value(stream.get("/Group"))

    def _image(self, image: Object) -> None:
        _keep(image, _IMAGE)
        self._colours(image.get("/ColorSpace"))
        for key in ("/SMask", "/Mask"):
            if isinstance(mask := image.get(key), Stream):
                self._xobject(mask)
        if image.get("/Filter") == Name.DCTDecode:
            image.write(_plain_jpeg(image.read_raw_bytes()), filter=Name.DCTDecode)

    def _pattern(self, pattern: Object) -> None:
        if not self._new(pattern):
            return
        _keep(pattern, _PATTERN)
        self._resources(pattern.get("/Resources"))
        self._value(pattern.get("/Shading"))
        if isinstance(state := pattern.get("/ExtGState"), Dictionary):
            self._state(state)

    def _state(self, state: Object) -> None:
        if not isinstance(state, Dictionary) or not self._new(state):
            return
        _keep(state, _STATE)
        if isinstance(mask := state.get("/SMask"), Dictionary):
            _keep(mask, frozenset({"/Type", "/S", "/G", "/BC", "/TR"}))
            self._xobject(mask.get("/G"))
        if isinstance(font := state.get("/Font"), Array) and len(font):
            self._font(font[0])

    def _font(self, font: Object) -> None:
        if not isinstance(font, Dictionary) or not self._new(font):
            return
        _keep(font, _FONT)
        embedded = False
        if isinstance(descriptor := font.get("/FontDescriptor"), Dictionary):
            _keep(descriptor, _DESCRIPTOR)
            embedded = any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if isinstance(program := descriptor.get(key), Stream):
                    _keep(program, _STREAM | {"/Length1", "/Length2", "/Length3", "/Subtype"})
        for descendant in font.get("/DescendantFonts", Array()):
            self._font(descendant)
            embedded = True
        if isinstance(table := font.get("/ToUnicode"), Stream):
            _keep(table, _STREAM)
        for procedure in font.get("/CharProcs", Dictionary()).values():
            if isinstance(procedure, Stream):
                _keep(procedure, _STREAM)
        self._resources(font.get("/Resources"))
        self._rename(font, embedded)

    def _rename(self, font: Object, embedded: bool) -> None:
        """An embedded font needs no name, and its name may say something (redaction hazard 18)."""
        name = str(font.get("/BaseFont", "/"))[1:]
        if not embedded or not name or name in _STANDARD_FONTS:
            return
        plain = self._names.setdefault(name, f"F{len(self._names) + 1}")
        font.BaseFont = Name("/" + plain)
        if isinstance(descriptor := font.get("/FontDescriptor"), Dictionary):
            descriptor.FontName = Name("/" + plain)

    def _colours(self, space: Object | None) -> None:
        if not isinstance(space, Array) or not len(space):
            return
        if space[0] == Name.Separation and len(space) > 1 and space[1] not in (Name.All, Name("/None")):
            space[1] = Name.Ink
        if space[0] == Name.DeviceN and len(space) > 1:
            space[1] = Array([Name(f"/Ink{index}") for index in range(len(space[1]))])
            if len(space) > 4:
                del space[4]
        for item in list(space)[1:]:
            self._value(item) if not isinstance(item, Array) else self._colours(item)

    def _value(self, value: Object | None) -> None:
        """Colour, function, shading and group objects: their keys, at any depth."""
        if isinstance(value, Array):
            for item in list(value):
                self._value(item)
        elif isinstance(value, Dictionary | Stream) and self._new(value):
            if value.get("/Subtype") in (Name.Form, Name.Image):
                self._seen.discard(value.objgen)
                self._xobject(value)
                return
            _keep(value, _VALUE)
            for key in list(value.keys()):
                if isinstance(inner := value.get(key), Array | Dictionary | Stream):
                    self._colours(inner) if key in ("/ColorSpace", "/CS") else self._value(inner)


def _keep(item: Object, allowed: frozenset[str]) -> None:
    for key in list(item.keys()):
        if key not in allowed:
            del item[key]


def _plain_jpeg(raw: bytes) -> bytes:
    """The JPEG without comments and application segments, except Adobe's (APP14), which says how colours are coded."""
    if raw[:2] != b"\xff\xd8":
        return raw
    kept, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker == 0xDA:
            break
        length = 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker not in (0xFE, *(m for m in range(0xE0, 0xF0) if m != 0xEE)):
            kept += raw[at : at + length]
        at += length
    end = raw.rfind(b"\xff\xd9")
    return bytes(kept + raw[at : end + 2 if end > at else len(raw)])
