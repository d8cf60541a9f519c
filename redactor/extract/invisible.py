"""Content streams without what they do not paint: layers that are off, invisible text, marked-content properties."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, Stream, String

_NEITHER, _CLIP_ONLY = 3, 7
"""Text rendering modes that paint nothing (ISO 32000-1, table 106)."""

_DEEPEST = 32
"""Visibility expressions within each other; more are nobody's work."""

_SHOW = frozenset({"Tj", "TJ", "'", '"'})
_PAINT = frozenset({"f", "F", "f*", "B", "B*", "b", "b*", "S", "s"})
_MARKED = frozenset({"BMC", "BDC", "EMC", "MP", "DP"})


class Layers:
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
        if isinstance(expression := membership.get("/VE"), Array):
            return not self._holds(expression, 0)
        groups = membership.get("/OCGs", Array())
        members = [groups] if isinstance(groups, Dictionary) else list(groups)
        off = [group.objgen in self._off for group in members if isinstance(group, Dictionary)]
        policy = str(membership.get("/P", "/AnyOn"))
        hidden = {"/AllOn": any(off), "/AnyOn": all(off), "/AnyOff": not any(off), "/AllOff": not all(off)}
        return bool(off) and hidden.get(policy, False)

    def _holds(self, expression: Object, depth: int) -> bool:
        """A visibility expression (ISO 32000-1, 8.11.2.2), which speaks before the policy. Raises ValueError where it
        is none."""
        if isinstance(expression, Dictionary):
            return expression.objgen not in self._off
        if not isinstance(expression, Array) or not len(expression) or depth > _DEEPEST:
            raise ValueError("not a visibility expression")
        operator, *operands = list(expression)
        holds = [self._holds(operand, depth + 1) for operand in operands]
        if operator == Name.Not and len(holds) == 1:
            return not holds[0]
        if operator not in (Name.And, Name.Or):
            raise ValueError("not a visibility expression")
        return all(holds) if operator == Name.And else any(holds)


def settle_layers(pdf: Pdf) -> None:
    """Every layer on or off for good, so that no two readers differ about it: what a viewer would switch by itself, by
    what it does or for whom, stays as the document's default has it, and annotations of layers that are off are gone.
    """
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, Dictionary):
        return
    layers = Layers(properties)
    for page in pdf.pages:
        if isinstance(annotations := page.obj.get("/Annots"), Array):
            shown = [a for a in annotations if not (isinstance(a, Dictionary) and layers.hides(a.get("/OC")))]
            page.obj.Annots = Array(shown)
    on, off = list[Object](), list[Object]()
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") in (Name.OCG, Name.OCMD):
            (off if layers.hides(thing) else on).append(thing)
    for thing in (*on, *off):
        for key in [key for key in thing.keys() if key not in ("/Type", "/Name")]:  # noqa: SIM118  iterates values
            del thing[key]
        thing.Type, thing.Name = Name.OCG, String("")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([*on, *off]), D=Dictionary(ON=Array(on), OFF=Array(off)))


def without_invisible(pdf: Pdf, page: pikepdf.Page, layers: Layers) -> None:
    resources = page.obj.get("/Resources", Dictionary())
    painting = _painting_only(pikepdf.parse_content_stream(page), resources, layers, {_CLIP_ONLY})
    page.obj.Contents = pdf.make_stream(painting)
    _clean_forms(resources, layers, set())


def _clean_forms(resources: Object, layers: Layers, seen: set[tuple[int, int]]) -> None:
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
    for state in resources.get("/ExtGState", Dictionary()).values():
        mask = state.get("/SMask") if isinstance(state, Dictionary) else None
        group = mask.get("/G") if isinstance(mask, Dictionary) else None
        if isinstance(group, Stream):
            streams.append(group)
    for stream in streams:
        if stream.objgen in seen or stream.get("/Subtype") == Name.Image:
            continue
        seen.add(stream.objgen)
        own = stream.get("/Resources", resources)
        # Invisible letters of pages and forms are taken out one by one (see ``letters``), so that what follows on the
        # line stays in its place. Nobody follows patterns and procedures that far; there the whole string goes.
        modes = {_CLIP_ONLY} if stream.get("/Subtype") == Name.Form else {_NEITHER, _CLIP_ONLY}
        stream.write(_painting_only(pikepdf.parse_content_stream(stream), own, layers, modes))
        for key in ("/StructParent", "/StructParents", "/PieceInfo", "/Metadata", "/OC", "/LastModified"):
            if key in stream:
                del stream[key]
        _clean_forms(own, layers, seen)


def _painting_only(instructions: object, resources: Object, layers: Layers, unpainted: set[int]) -> bytes:
    """The content stream without marked-content operators, hidden layers and text in the ``unpainted`` modes."""
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
        if operator in _SHOW and (invisible or mode in unpainted):
            if invisible and _NEITHER not in unpainted:  # what follows on the line stays in its place
                kept += [_mode(_NEITHER), instruction, _mode(mode)]
            elif operator in ("'", '"'):
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


def _mode(mode: int) -> pikepdf.ContentStreamInstruction:
    return pikepdf.ContentStreamInstruction([mode], Operator("Tr"))


def _hidden_by(operator: str, operands: object, resources: Object, layers: Layers) -> bool:
    items = list(operands)  # type: ignore[call-overload]
    if operator != "BDC" or len(items) < 2 or items[0] != Name.OC:
        return False
    properties = resources.get("/Properties", Dictionary()).get(str(items[1])) if isinstance(items[1], Name) else None
    return layers.hides(properties)
