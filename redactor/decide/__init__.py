"""Rule packs propose: what is done with each finding, on which basis, and why. Detection reports; policy decides here.

The stage proposes for every finding and leaves none out. It does not know the matter's files, and it answers no
question that a rule refers to a person.
"""

from __future__ import annotations

from redactor.decide.examples import check_examples
from redactor.decide.grounds import all_grounds, authorities, unasserted, with_groups
from redactor.decide.library import load_packs, shipped
from redactor.decide.pack import Circumstances, Ground, LogKind, Rule, RulePack
from redactor.decide.packfile import json_schema, read_pack
from redactor.decide.propose import decide

__all__ = [
    "Circumstances",
    "Ground",
    "LogKind",
    "Rule",
    "RulePack",
    "all_grounds",
    "authorities",
    "check_examples",
    "decide",
    "json_schema",
    "load_packs",
    "read_pack",
    "shipped",
    "unasserted",
    "with_groups",
]
