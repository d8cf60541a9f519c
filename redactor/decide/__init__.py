"""Rule packs propose: what is done with each finding, on which basis, and why. Detection reports; policy decides here.

The stage proposes for every finding and leaves none out. It does not know the matter's files, and it answers no
question that a rule refers to a person.
"""

from __future__ import annotations

from redactor.decide.changes import Change, changes
from redactor.decide.examples import check_examples
from redactor.decide.explain import SITUATION, Explanation, explain
from redactor.decide.grounds import all_grounds, authorities, with_groups
from redactor.decide.library import load_packs, shipped
from redactor.decide.pack import Circumstances, Described, Ground, LogKind, Mode, Rule, RulePack
from redactor.decide.packfile import read_pack
from redactor.decide.packshape import json_schema
from redactor.decide.propose import ENDED_NOTE, check_packs, decide
from redactor.decide.reidentify import Exposure, Reidentification, consistent, reidentification
from redactor.decide.terms import WithholdingTerms, parts_beyond, withholding_terms
from redactor.decide.waiver import NotAsserted, unclaimed, waiver_check

__all__ = [
    "ENDED_NOTE",
    "SITUATION",
    "Change",
    "Circumstances",
    "Described",
    "Explanation",
    "Exposure",
    "Ground",
    "LogKind",
    "Mode",
    "NotAsserted",
    "Reidentification",
    "Rule",
    "RulePack",
    "WithholdingTerms",
    "all_grounds",
    "authorities",
    "changes",
    "check_examples",
    "check_packs",
    "consistent",
    "decide",
    "explain",
    "json_schema",
    "load_packs",
    "parts_beyond",
    "read_pack",
    "reidentification",
    "shipped",
    "unclaimed",
    "waiver_check",
    "with_groups",
    "withholding_terms",
]
