"""What the pages use: followed from page to form, pattern, soft mask and drawn glyph, as a viewer paints them.

The font is part of the graphics state (ISO 32000-1, 9.3): it is kept over ``q`` and ``Q`` and handed to a form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from redactor.write.glyphs import glyph_names
from redactor.write.painting import INLINE_IMAGE, NAMED, inline_space

ObjectNumber = tuple[int, int]

_FOLLOWED = "Tf Tj TJ ' \" q Q gs Do cs CS scn SCN sh BI ID EI"


@dataclass(slots=True)
class Usage:
    """What is painted. ``streams`` are pages and streams with content, ``resources`` what they look names up in,
    ``names`` the (kind, name) that each resource dictionary is asked for, ``codes`` the bytes shown in each font."""

    streams: dict[ObjectNumber, Object] = field(default_factory=dict)
    resources: dict[ObjectNumber, Object] = field(default_factory=dict)
    names: dict[ObjectNumber, set[tuple[str, str]]] = field(default_factory=dict)
    fonts: dict[ObjectNumber, Object] = field(default_factory=dict)
    codes: dict[ObjectNumber, set[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One content stream, where it looks up names, and the font that it inherits."""

    content: Object
    resources: Object
    font: Object | None

    @property
    def key(self) -> tuple[ObjectNumber, ObjectNumber, ObjectNumber | None]:
        return self.content.objgen, self.resources.objgen, self.font.objgen if self.font is not None else None


def usage(pages: Sequence[Object]) -> Usage:
    """What the pages use. Their resources, the resources of everything in these, and all fonts are indirect objects.

    Raises PdfError where a content stream cannot be parsed.
    """
    used = Usage()
    pending = [_Scene(page, page.Resources, None) for page in pages]
    seen = set()
    while pending:
        scene = pending.pop()
        if scene.key not in seen:
            seen.add(scene.key)
            pending.extend(_Follower(used, scene).scenes())
    return used


def codes_in(font: Object, shown: bytes) -> Iterator[int]:
    """The codes of a show string: two bytes each in a composite font, where nothing else is known of it, or one."""
    if font.get("/Subtype") == Name.Type0:
        yield from (shown[at] << 8 | shown[at + 1] for at in range(0, len(shown) - 1, 2))
    else:
        yield from shown


class _Follower:
    def __init__(self, used: Usage, scene: _Scene) -> None:
        self._used = used
        self._scene = scene
        self._font = scene.font
        self._saved: list[Object | None] = []
        used.streams[scene.content.objgen] = scene.content
        used.resources[scene.resources.objgen] = scene.resources
        self._asked = used.names.setdefault(scene.resources.objgen, set())

    def scenes(self) -> Iterator[_Scene]:
        """Note what the content uses, and give every content that it paints in its turn."""
        for instruction in pikepdf.parse_content_stream(self._scene.content, _FOLLOWED):
            name, operands = str(instruction.operator), instruction.operands
            if name == "q":
                self._saved.append(self._font)
            elif name == "Q":
                self._font = self._saved.pop() if self._saved else self._font
            elif name in ("Tj", "TJ", "'", '"') and operands:
                yield from self._show(operands[-1])
            elif name == INLINE_IMAGE:
                if space := inline_space(operands[0]):
                    self._asked.add(("/ColorSpace", space))
            elif name in NAMED:
                yield from self._named(name, operands)

    def _named(self, operator: str, operands: Any) -> Iterator[_Scene]:
        names = [str(operand) for operand in operands if isinstance(operand, Name)]
        if not names:
            return
        kind = NAMED[operator]
        self._asked.add((kind, names[-1]))
        entries = self._scene.resources.get(kind)
        entry = entries.get(names[-1]) if isinstance(entries, Dictionary) else None
        if operator == "Tf":
            self._font = entry if isinstance(entry, Dictionary) else None
        elif operator == "Do" and isinstance(entry, Stream) and entry.get("/Subtype") != Name.Image:
            yield self._inner(entry, self._font)
        elif kind == "/Pattern" and isinstance(entry, Stream):
            yield self._inner(entry, None)
        elif kind == "/Pattern" and isinstance(entry, Dictionary):
            yield from self._mask(entry.get("/ExtGState"))
        elif operator == "gs" and isinstance(entry, Dictionary):
            if isinstance(font := entry.get("/Font"), Array) and len(font) and isinstance(font[0], Dictionary):
                self._font = font[0]
            yield from self._mask(entry)

    def _mask(self, state: Object | None) -> Iterator[_Scene]:
        mask = state.get("/SMask") if isinstance(state, Dictionary) else None
        if isinstance(mask, Dictionary) and isinstance(group := mask.get("/G"), Stream):
            yield self._inner(group, None)

    def _inner(self, content: Object, font: Object | None) -> _Scene:
        resources = content.get("/Resources")
        return _Scene(content, resources if isinstance(resources, Dictionary) else self._scene.resources, font)

    def _show(self, shown: Any) -> Iterator[_Scene]:
        font = self._font
        if font is None:
            return
        self._used.fonts[font.objgen] = font
        known = self._used.codes.setdefault(font.objgen, set())
        strings = [entry for entry in shown if isinstance(entry, String)] if isinstance(shown, Array) else [shown]
        codes = {code for text in strings if isinstance(text, String) for code in codes_in(font, bytes(text))}
        known |= codes
        if font.get("/Subtype") == Name.Type3 and isinstance(drawn := font.get("/CharProcs"), Dictionary):
            resources = font.get("/Resources")
            where = resources if isinstance(resources, Dictionary) else self._scene.resources
            for name in sorted(glyph_names(font, codes)):
                if isinstance(procedure := drawn.get(name), Stream):
                    yield _Scene(procedure, where, font)
