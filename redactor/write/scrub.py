"""Nothing in the file but what paints: an allow-list of keys per kind of object, everything else left behind.

Lists of what to delete lose to the next vendor key (redaction hazards 8, 12, 18, 22); a list of what may stay does not.
What stays is cut down to what the pages use (``shown``): fonts to the codes that are shown (``glyphs``), content to
what paints, names to neutral ones (``painting``).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redactor.write.glyphs import keep_shown, keep_shown_composite, shown_glyphs, tells_codes
from redactor.write.image_bytes import keep_pixels, plain_jpeg, plain_jpx, plain_profile
from redactor.write.painting import DECODE_KEYS, NeutralNames
from redactor.write.shown import ObjectNumber, Usage, usage
from redactor.write.truetype import plain_truetype

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
_ENCODING = _STREAM | {"/Type", "/BaseEncoding", "/Differences", "/CMapName", "/CIDSystemInfo", "/WMode", "/UseCMap"}
_DESCRIPTOR = frozenset({
    "/Type", "/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/CapHeight", "/StemV",
    "/StemH", "/AvgWidth", "/MaxWidth", "/MissingWidth", "/XHeight", "/Leading", "/FontFile", "/FontFile2",
    "/FontFile3",
})  # fmt: skip
_STATE = frozenset({
    "/Type", "/LW", "/LC", "/LJ", "/ML", "/D", "/RI", "/OP", "/op", "/OPM", "/Font", "/BG", "/BG2", "/UCR", "/UCR2",
    "/TR", "/TR2", "/FL", "/SM", "/SA", "/BM", "/SMask", "/CA", "/ca", "/AIS", "/TK",
})  # fmt: skip
_VALUE = _STREAM | {
    "/N", "/Alternate", "/Range", "/Domain", "/Functions", "/Function", "/FunctionType", "/C0", "/C1", "/Bounds",
    "/Encode", "/Decode", "/Size", "/BitsPerSample", "/Order", "/WhitePoint", "/BlackPoint", "/Gamma", "/Matrix",
    "/ShadingType", "/ColorSpace", "/Background", "/BBox", "/AntiAlias", "/Coords", "/Extend", "/BitsPerCoordinate",
    "/BitsPerComponent", "/BitsPerFlag", "/VerticesPerRow", "/Type", "/S", "/CS", "/I", "/K", "/G", "/BC", "/TR",
}  # fmt: skip
"""Keys of colour spaces, functions, shadings, groups and soft masks (ISO 32000-1, 7.10, 8.6, 8.7.4.5, 11.6)."""

_DEFAULT_SPACES = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")
_CODES = 0x10000

_STANDARD_FONTS = frozenset({
    "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique", "Times-Roman", "Times-Bold",
    "Times-Italic", "Times-BoldItalic", "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
    "Symbol", "ZapfDingbats",
})  # fmt: skip


def scrub(burned: bytes) -> bytes:
    """The same pages in a new file that holds their painting and nothing else: no metadata, no revisions, no names, no
    letters that are not shown. Raises PdfError where a content stream cannot be parsed."""
    with pikepdf.open(io.BytesIO(burned)) as source, pikepdf.new() as target:
        keeper = _Keeper(source)
        pages = [page.obj for page in source.pages]
        for page in pages:
            keeper.page(page)
        used = usage(pages)
        _drop_unused(used)
        _cut_fonts(source, used)
        _rename(source, used)
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


def _drop_unused(used: Usage) -> None:
    """Out of every resource dictionary goes what no content asks it for. Default colour spaces are asked by nobody."""
    for number, resources in used.resources.items():
        for kind in _RESOURCES:
            if isinstance(entries := resources.get(kind), Dictionary):
                kept = {
                    key: entries[key]
                    for key in sorted(entries.keys())
                    if (kind, key) in used.names[number] or key in _DEFAULT_SPACES
                }
                resources[kind] = Dictionary(kept)


def _cut_fonts(pdf: Pdf, used: Usage) -> None:
    """Every font down to the codes shown in it."""
    fonts = {font.objgen: font for resources in used.resources.values() for font in _fonts_of(resources)}
    together: dict[ObjectNumber, set[int]] = {}
    for number, font in fonts.items():
        for descendant in font.get("/DescendantFonts", Array()):
            codes = used.codes.get(number, set()) if tells_codes(font) else set(range(_CODES))
            together.setdefault(descendant.objgen, set()).update(codes)
    for number, font in fonts.items():
        codes = used.codes.get(number, set())
        if font.get("/Subtype") == Name.Type0:
            shared = (together[descendant.objgen] for descendant in font.get("/DescendantFonts", Array()))
            keep_shown_composite(pdf, font, codes, next(shared, codes))
        else:
            keep_shown(pdf, font, codes)
    _cut_programs(fonts.values(), together)


def _cut_programs(fonts: Iterable[Object], together: Mapping[ObjectNumber, set[int]]) -> None:
    """Every TrueType program down to what is shown of it, in all fonts that embed it. ``together`` are the codes shown
    of each composite font's descendant."""
    programs: dict[ObjectNumber, tuple[Stream, set[int] | None]] = {}
    for font in fonts:
        for holder in (font, *font.get("/DescendantFonts", Array())):
            descriptor = holder.get("/FontDescriptor")
            program = descriptor.get("/FontFile2") if isinstance(descriptor, Dictionary) else None
            if not isinstance(program, Stream):
                continue
            _, known = programs.get(program.objgen, (program, set()))
            shown = shown_glyphs(holder, together.get(holder.objgen)) if tells_codes(font) else None
            both = None if shown is None or known is None else known | shown
            programs[program.objgen] = (program, both)
    for program, shown in programs.values():
        data = plain_truetype(program.read_bytes(), shown)
        program.write(data)
        program.Length1 = len(data)


def _fonts_of(resources: Object) -> Iterator[Object]:
    """Fonts of a resource dictionary, also those that a graphics state sets."""
    for font in resources.get("/Font", Dictionary()).values():
        if isinstance(font, Dictionary):
            yield font
    for state in resources.get("/ExtGState", Dictionary()).values():
        if isinstance(state, Dictionary) and isinstance(setting := state.get("/Font"), Array) and len(setting):
            yield setting[0]


def _rename(pdf: Pdf, used: Usage) -> None:
    """Neutral names for all resources, and content that holds nothing but painting."""
    names = NeutralNames()
    for resources in used.resources.values():
        names.rename(resources)
    for painted in used.streams.values():
        content = names.content(painted)
        if isinstance(painted, Stream):
            painted.write(content)
        else:
            painted.Contents = pdf.make_stream(content)


class _Keeper:
    """Walks one file and keeps, in each object once, only what its kind may hold. Fonts and resource dictionaries
    become indirect objects, so that each can be told from the others."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._seen: set[tuple[int, int]] = set()
        self._names: dict[str, str] = {}

    def page(self, page: Object) -> None:
        page.Resources = self._indirect(_inherited_resources(page))
        _keep(page, _PAGE)
        self._resources(page)
        self._value(page.get("/Group"))

    def _new(self, item: Object | None) -> bool:
        """Whether the object has not been walked yet."""
        if item is None or not item.is_indirect:
            return item is not None
        if item.objgen in self._seen:
            return False
        self._seen.add(item.objgen)
        return True

    def _indirect(self, item: Object) -> Object:
        return item if item.is_indirect else self._pdf.make_indirect(item)

    def _resources(self, holder: Object) -> None:
        if not isinstance(resources := holder.get("/Resources"), Dictionary):
            return
        holder.Resources = resources = self._indirect(resources)
        if not self._new(resources):
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
                    if key == "/Font" and isinstance(entries[name], Dictionary):
                        entries[name] = self._indirect(entries[name])
                    keep(entries[name])

    def _xobject(self, stream: Object | None) -> None:
        if not isinstance(stream, Stream) or not self._new(stream):
            return
        if stream.get("/Subtype") == Name.Image:
            self._image(stream)
        else:
            _keep(stream, _FORM)
            self._resources(stream)
            self._value(stream.get("/Group"))

    def _image(self, image: Object) -> None:
        _keep(image, _IMAGE)
        self._colours(image.get("/ColorSpace"))
        for key in ("/SMask", "/Mask"):
            if isinstance(mask := image.get(key), Stream):
                self._xobject(mask)
        parameters = image.get("/DecodeParms")
        for each in parameters if isinstance(parameters, Array) else (parameters,):
            if isinstance(each, Dictionary):
                _keep(each, DECODE_KEYS)
        if not isinstance(image, Stream):
            return
        codec = image.get("/Filter")
        if codec == Name.DCTDecode:
            kept = parameters if isinstance(parameters, Dictionary) else None
            image.write(plain_jpeg(image.read_raw_bytes()), filter=Name.DCTDecode, decode_parms=kept)
        elif codec == Name.JPXDecode:
            image.write(plain_jpx(image.read_raw_bytes()), filter=Name.JPXDecode)
        else:
            keep_pixels(image)

    def _pattern(self, pattern: Object) -> None:
        if not self._new(pattern):
            return
        _keep(pattern, _PATTERN)
        self._resources(pattern)
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
            self._value(mask.get("/TR"))
        for key in ("/TR", "/TR2", "/BG", "/BG2", "/UCR", "/UCR2"):
            self._value(state.get(key))
        if isinstance(font := state.get("/Font"), Array) and len(font) and isinstance(font[0], Dictionary):
            font[0] = self._indirect(font[0])
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
        if isinstance(descendants := font.get("/DescendantFonts"), Array):
            font.DescendantFonts = descendants = Array([self._indirect(descendant) for descendant in descendants])
            for descendant in descendants:
                self._font(descendant)
            embedded = True
        if isinstance(encoding := font.get("/Encoding"), Dictionary | Stream):
            _keep(encoding, _ENCODING)
        if isinstance(glyphs := font.get("/CIDToGIDMap"), Stream):
            _keep(glyphs, _STREAM)
        if isinstance(table := font.get("/ToUnicode"), Stream):
            _keep(table, _STREAM)
        for procedure in font.get("/CharProcs", Dictionary()).values():
            if isinstance(procedure, Stream):
                _keep(procedure, _STREAM)
        self._resources(font)
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
        if space[0] == Name.ICCBased and len(space) > 1 and isinstance(space[1], Stream) and self._new(space[1]):
            self._profile(space)
        for item in list(space)[1:]:
            self._value(item) if not isinstance(item, Array) else self._colours(item)

    def _profile(self, space: Array) -> None:
        """An ICC profile says who made it for what; its numbers do not (redaction hazard 22)."""
        profile = space[1]
        _keep(profile, _STREAM | {"/N", "/Alternate", "/Range"})
        plain = plain_profile(profile.read_bytes())
        if plain is not None:
            profile.write(plain)
        else:
            raise ValueError("a colour profile cannot be read")

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


def _inherited_resources(page: Object) -> Object:
    """The page's resources, its own or those of the page tree above it (ISO 32000-1, 7.7.3.4)."""
    node: Object | None = page
    while isinstance(node, Dictionary):
        if isinstance(resources := node.get("/Resources"), Dictionary):
            return resources
        node = node.get("/Parent")
    return Dictionary()


def _keep(item: Object, allowed: frozenset[str]) -> None:
    for key in list(item.keys()):
        if key not in allowed:
            del item[key]
