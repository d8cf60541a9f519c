"""Where rule packs are found: shipped with the program, in a folder of the matter, or in an installed package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from redactor import plugins
from redactor.decide.grounds import all_grounds
from redactor.decide.pack import LogKind, Mode, RulePack
from redactor.decide.packfile import read_pack
from redactor.errors import RulePackError
from redactor.model import LogCategory
from redactor.plugins import Group


def load_packs(names: Sequence[str], folders: Sequence[Path] = (), *, mode: Mode | None = None) -> tuple[RulePack, ...]:
    """The packs called ``names``, in that order, read and checked.

    A name with a slash, or that begins with a full stop, is a folder, relative to one of ``folders`` (the folder of
    matter.yaml). Another name is a shipped pack, a subfolder of one of ``folders``, or the name of an installed
    plugin, in this order. Raises RulePackError for a pack that is absent or wrong, does not go with the others, or is
    not for ``mode``.
    """
    if not names:
        raise RulePackError("no rule pack is named, so nothing could be decided", remedy="Name one under `packs`.")
    packs = tuple(read_pack(_folder(name, folders)) for name in names)
    seen: set[str] = set()
    for pack in packs:
        if pack.id in seen:
            raise RulePackError(f"two of the packs in use have the id '{pack.id}'")
        seen.add(pack.id)
        if mode is not None and mode not in pack.modes:
            raise RulePackError(
                f"{pack.id}: is for {' and '.join(pack.modes)}, and the matter's mode is {mode}",
                remedy="Name another pack under `packs`, or set `mode` in matter.yaml.",
            )
        for code, ground in pack.grounds.items():
            if all_grounds(packs)[code] != ground:
                raise RulePackError(f"{pack.id}: basis '{code}' is described differently by another pack in use")
        for category, kind in pack.log.items():
            # Lines of the log are made alike by their descriptions; in other words a line would stand out.
            if _all_kinds(packs)[category] != kind:
                raise RulePackError(
                    f"{pack.id}: log category '{category}' is described or labelled differently by another pack in use",
                    remedy="Copy the category's entry from the other pack's pack.yaml, or choose another code.",
                )
    return packs


def _all_kinds(packs: Sequence[RulePack]) -> Mapping[LogCategory, LogKind]:
    return {code: kind for pack in reversed(packs) for code, kind in pack.log.items()}


def shipped() -> tuple[str, ...]:
    """Names of the packs that come with the program, sorted."""
    return tuple(sorted({path.parent.name for root in _shipped_roots() for path in root.glob("*/pack.yaml")}))


def _folder(name: str, folders: Sequence[Path]) -> Path:
    if "/" in name or "\\" in name or name.startswith("."):
        places = [folder / name for folder in folders]
    else:
        places = [root / name for root in (*_shipped_roots(), *folders)]
        if not any((place / "pack.yaml").is_file() for place in places) and name in plugins.names(Group.RULE_PACKS):
            places = [Path(str(files(plugins.load(Group.RULE_PACKS, name))))]
    for place in places:
        if (place / "pack.yaml").is_file():
            return place
    if any(place.is_dir() for place in places):
        raise RulePackError(
            f"{name}: the folder holds no pack.yaml",
            remedy="A pack is a folder with pack.yaml, bases.yaml, rules.yaml and examples.yaml; `rules/README.md` "
            "says what stands in each.",
        )
    raise RulePackError(
        f"there is no rule pack '{name}'",
        remedy=f"Shipped packs: {', '.join(shipped())}. A pack of your own is named by its folder, such as ./our-rules",
    )


def _shipped_roots() -> tuple[Path, ...]:
    package = Path(str(files("redactor.decide"))).parent
    # Beside the package in a checkout, inside it once installed.
    return tuple(root for root in (package / "rules", package.parent / "rules") if root.is_dir())
