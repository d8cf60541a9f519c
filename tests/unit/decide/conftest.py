from __future__ import annotations

import pytest

from redactor.decide import RulePack, load_packs


@pytest.fixture(scope="session")
def packs() -> tuple[RulePack, ...]:
    return load_packs(["section-1367"])
