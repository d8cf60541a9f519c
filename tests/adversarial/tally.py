"""Every attack of this folder through the whole pipeline in one matter: how many leak, and how many are refused.

    python -m tests.adversarial.tally [--others]

``--others`` counts besides what is left by two other ways to make a copy: search, cover and save; and the best practice
that the makers of the library describe. The exit code is 1 where anything leaks.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]

from drawn_originals import SECRET  # noqa: E402  the folders of the tests come first
from hiding import (  # noqa: E402
    Attack,
    endings_of,
    left_by_careful,
    left_by_naive,
    left_in,
    unclaimed_left,
    unseen,
)


def attacks() -> dict[str, Attack]:
    """Every attack of every file here, called by file and trick."""
    found: dict[str, Attack] = {}
    for path in sorted(HERE.glob("test_*.py")):
        listed = getattr(import_module(path.stem), "ATTACKS", {})
        place = path.stem.removeprefix("test_").replace("_", " ")
        found |= {f"{place}: {name}": each for name, each in listed.items() if isinstance(each, Attack)}
    return found


def main() -> int:
    logging.disable(logging.CRITICAL)  # libraries report what the attacks spoil
    every = attacks()
    with tempfile.TemporaryDirectory() as scratch:
        ended = endings_of(every, Path(scratch))
        known = {
            name: left_in(ended[name].pdf, SECRET, pixels=each.pixels)
            for name, each in every.items()
            if ended[name].pdf
        }
        unclaimed = {}
        for name in unseen(every):
            folder = Path(scratch) / f"u{len(unclaimed)}"
            folder.mkdir()
            unclaimed[name] = unclaimed_left(every[name], folder)
    held = [name for name, each in ended.items() if each.status != "produced" and name in every]
    leaking = [
        *(name for name, left in known.items() if left),
        *(f"{name} (unclaimed)" for name, left in unclaimed.items() if left),
    ]
    print(f"attacks {len(every)}: produced {len(known)}, held {len(held)}, leaks {len(leaking)}")
    print(
        f"words that no finding claims, in {len(unclaimed)} places that nobody sees: left in {sum(map(bool, unclaimed.values()))}"
    )
    for name in held:
        print(f"  held: {name}")
    for name in leaking:
        print(f"  LEAKS: {name}")
    if "--others" in sys.argv[1:]:
        print(f"search, cover, save: leaks {sum(bool(left_by_naive(each)) for each in every.values())}")
        print(f"best practice: leaks {sum(bool(left_by_careful(each)) for each in every.values())}")
    return 1 if leaking else 0


if __name__ == "__main__":
    sys.exit(main())
