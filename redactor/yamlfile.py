"""YAML that people write: read safely, checked against a model, and answered with file, line and key when wrong.

Only the plain part of YAML is read. What surprises people who type numbers and names is left out: ``no`` and ``on``
stay words, ``0123`` stays text instead of becoming octal, and there are no anchors, aliases or tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from redactor.errors import RedactorError

Model = TypeVar("Model", bound=BaseModel)
KeyPath = Sequence[str | int]

_NO_ALIASES = "anchors and aliases are not used here"
_NOT_VALID = "there is no such date or number"
_TAB = r"found character '\\t'"
_SHAPES = {
    "model_type": "should hold keys of its own, each on a line as `key: value`",
    "dict_type": "should hold keys of its own, each on a line as `key: value`",
    "list_type": "should be a list: [one, another], [] for none, or one to a line after a dash",
    "string_type": "should be text; put it in quotes, or leave the key out",
    "string_pattern_mismatch": "is not written as such a code is: look at the examples in the comments, capitals count",
}
"""What a wrong shape means to somebody who writes no programs, by pydantic's name for it."""

_PLAIN_SCALARS = (
    ("tag:yaml.org,2002:bool", r"true|True|false|False", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+", "-+0123456789"),
    ("tag:yaml.org,2002:timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "0123456789"),
    ("tag:yaml.org,2002:null", r"~|null|Null|", "~nN\0"),
)


class _PlainLoader(yaml.SafeLoader):
    """The safe loader with the few scalar types above; a scalar that cannot be read names its line."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # as in the base class

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise yaml.MarkedYAMLError(problem=_NO_ALIASES, problem_mark=event.start_mark)  # type: ignore[arg-type]
        node: Node | None = super().compose_node(parent, index)
        return node

    def construct_object(self, node: Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:  # such as the 31st of February
            raise yaml.MarkedYAMLError(problem=_NOT_VALID, problem_mark=node.start_mark) from error


for _tag, _pattern, _first in _PLAIN_SCALARS:
    _PlainLoader.add_implicit_resolver(_tag, re.compile(rf"^(?:{_pattern})$"), [*_first.replace("\0", ""), ""])


@dataclass(frozen=True, slots=True)
class YamlFile(Generic[Model]):
    """A file that was read and validated: its ``value``, and what it takes to say where in the file something is."""

    name: str
    value: Model
    root: Node

    def line(self, where: KeyPath) -> int:
        """The 1-based line of the key path ``where``, or of the nearest key above it that is there."""
        return _line(self.root, where)

    def problem(self, where: KeyPath, what: str) -> str:
        """``file:line: key path: what``, for a message."""
        return _message(self.name, self.line(where), where, what)


def load_yaml(path: Path, model: type[Model], error: type[RedactorError]) -> YamlFile[Model]:
    """Read ``path`` (UTF-8, with or without byte order mark) and validate it as ``model``.

    Raises ``error`` with one line for each thing that is wrong, never with a value out of the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise error(
            f"{path}: cannot be read ({problem.strerror or type(problem).__name__})",
            remedy=f"Put {path.name} there, as a file that you may read.",
        ) from problem
    except UnicodeDecodeError as problem:
        raise error(
            f"{path}: is not UTF-8 text", remedy="Save it again as UTF-8 (in Notepad: Save as, Encoding)."
        ) from (problem)
    return parse_yaml(text, str(path), model, error)


def parse_yaml(text: str, name: str, model: type[Model], error: type[RedactorError]) -> YamlFile[Model]:
    """Validate YAML ``text`` as ``model``; ``name`` stands for the file in messages. Raises ``error`` as above."""
    try:
        root, plain = _read(text, name, error)
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        raise error(f"{name}:{mark.line + 1 if mark else 1}: {_plain_problem(problem)}") from None
    except yaml.reader.ReaderError as problem:
        line = len(text[: problem.position].splitlines()) or 1
        raise error(
            f"{name}:{line}: holds a character that cannot be seen and that YAML does not allow",
            remedy="Type that line again, and save the file as UTF-8.",
        ) from None
    except RecursionError:
        raise error(f"{name}:1: is nested too deeply") from None
    try:
        return YamlFile(name, model.model_validate(plain), root)
    except ValidationError as problems:
        words = sorted(_known_keys(model.model_json_schema()))
        lines = [_message(name, _line(root, d["loc"]), _keys(root, d), _what(d, words)) for d in problems.errors()]
        # Not chained: pydantic's own text repeats the values that it was given.
        raise error("\n".join(dict.fromkeys(lines))) from None


def _read(text: str, name: str, error: type[RedactorError]) -> tuple[Node, Any]:
    loader = _PlainLoader(text)
    try:
        root = loader.get_single_node()
        if root is None:
            raise error(f"{name}:1: the file is empty")
        repeated = _repeated_key(root, ())
        if repeated is not None:
            raise error(_message(name, repeated[0], repeated[1], "this key is given twice"))
        return root, loader.construct_document(root)
    finally:
        loader.dispose()


def _plain_problem(problem: yaml.MarkedYAMLError) -> str:
    if problem.problem in (_NO_ALIASES, _NOT_VALID):
        return problem.problem
    if re.match(_TAB, problem.problem or ""):
        return "is indented with a tab; YAML wants blanks"
    # Quoted parts of the parser's messages are pieces of the file.
    words = re.sub(r"['\"].*?['\"]", "…", problem.problem or "cannot be read as YAML")
    return f"{words}; check the indentation, colons and quotes"


def _keys(root: Node, detail: ErrorDetails) -> list[str | int]:
    """The error's key path without the steps that are the model's own (the branch of a union)."""
    keys: list[str | int] = []
    node = root
    for part in detail["loc"]:
        below = _below(node, part)
        if below is not None:
            keys.append(part)
            node = below[1]
    return [*keys, detail["loc"][-1]] if detail["type"] == "missing" else keys


def _known_keys(schema: Any) -> set[str]:
    """Every key that the model knows, at any depth."""
    if isinstance(schema, dict):
        own = set(schema.get("properties", ()))
        return own.union(*(_known_keys(part) for part in schema.values()))
    return set().union(*(_known_keys(part) for part in schema)) if isinstance(schema, list) else set()


def _what(detail: ErrorDetails, words: Sequence[str]) -> str:
    kind = detail["type"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        near = get_close_matches(str(detail["loc"][-1]), words, n=1)
        return "this key is not known; " + (f"did you mean {near[0]}?" if near else "remove it")
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind.startswith("date"):
        return "is not a date, such as 2020-01-03"
    if kind in _SHAPES:
        return _SHAPES[kind]
    return detail["msg"].replace("Input should be", "should be")


def _message(name: str, line: int, where: KeyPath, what: str) -> str:
    path = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
    return f"{name}:{line}: {path}: {what}" if path else f"{name}:{line}: {what}"


def _line(node: Node, where: KeyPath) -> int:
    line: int = node.start_mark.line + 1
    for part in where:
        below = _below(node, part)
        if below is not None:
            line, node = below[0].start_mark.line + 1, below[1]
    return line


def _below(node: Node, part: str | int) -> tuple[Node, Node] | None:
    """The node that bears the key or place ``part`` under ``node``, and what it holds."""
    if isinstance(node, MappingNode):
        return next((pair for pair in node.value if pair[0].value == str(part)), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None


def _repeated_key(node: Node, where: tuple[str | int, ...]) -> tuple[int, tuple[str | int, ...]] | None:
    if isinstance(node, MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, ScalarNode) else "?"
            if name in seen:
                return key.start_mark.line + 1, (*where, name)
            seen.add(name)
            if (found := _repeated_key(value, (*where, name))) is not None:
                return found
    elif isinstance(node, SequenceNode):
        for place, item in enumerate(node.value):
            if (found := _repeated_key(item, (*where, place))) is not None:
                return found
    return None
