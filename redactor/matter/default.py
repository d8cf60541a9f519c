"""The matter file that is written where there is none: protective, and honest about what nobody has confirmed."""

from __future__ import annotations

DEFAULT = """\
# The matter: what was asked, what was answered, what the court ordered. Everything here is for counsel to settle.
# Until then this file is protective: every finding that a rule names is withheld, and every basis is assumed.

# Bases are assumed to be asserted, and the log marks each as "to be confirmed by counsel".
# Set this to false once requests, orders and stipulations below are complete: a basis that none of them records
# then stops the release (Fed. R. Civ. P. 34(b)(2)(B)).
assumed: true

matter:
  name: Unnamed matter
  caption: ""             # State of Example v. Example Agency
  docket: ""              # 00-cv-0000: the action's own number, which is never withheld
  court: ""               # S.D.N.Y.

# Names that are never withheld.
parties: []
counsel: []               # counsel of record
officials: []             # public officials, and the judge of the action

# The requests for production, and the written responses with the basis codes that they assert. Codes:
# 1367-U, 1367-T, 1367-VAWA, TPS, ASYLUM and others; `bases.yaml` of the rule pack has them all.
requests: []
#  - number: 8
#    text: All certifications of compliance ...
#    served: 2020-01-03
#    response:
#      served: 2020-02-03
#      asserted: [TPS, 1367-U, 1367-T, 1367-VAWA, ASYLUM]
#      withholding_statement: Responsive materials are being withheld in part on the basis of this objection.

# Orders, and what they permit. `officers: withhold` where an order withholds the names of line-level officers.
orders: []
#  - {ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO], officers: produce}

# What the parties agreed or do not oppose.
stipulations: []
#  - {date: 2020-02-11, kind: stated non-opposition, permits: [AGREED]}

# identity: withhold what identifies; strict: also every passage about a covered person's case.
profile: identity
packs: [section-1367]     # a folder of your own is named by its path: ./our-rules

bates: {prefix: PROD, digits: 7, start: 1}
legend: CONFIDENTIAL

# true: boxes over a person's names and A-Numbers carry one random pseudonym (PERSON-QTKW), so that a reader can follow
# a person through the volume. New ones for each volume; the key stays in work-product/. Leave it off where the group is
# so small that following one person would tell who it is.
pseudonyms: false

# Capitalised words and numbers that no word list, form or finding explains, when nobody reviews them:
# near-people withholds those in a sentence or form cell about a protected person; all; none. What is produced is listed
# in work-product/unexplained.csv.
unexplained: near-people
custodian: ""

# What reads running text for names: redactor (the tagger that comes along), an installed spaCy package (en_core_web_md), a folder with
# a spaCy pipeline, or the name under which another package offers one. Nothing is downloaded.
language_model: redactor

# People already known: a file (roster.csv, roster.xlsx) or rows. Columns: last_name, first_name, aka (several, with
# semicolons), a_number, date_of_birth, role, form, filed, status, denied, appeals_exhausted, proof, signed_off_by.
# Protection ends only with status denied_final, both dates, a proof and the lawyer who signed off.
roster: []
"""
