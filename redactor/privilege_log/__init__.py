"""What was withheld and why: the served redaction log, the categorical log, the Vaughn index, the statement for the
written response, the internal log and the decision table; as CSV, XLSX, JSON and DOCX.

A stage of pure functions: records in, rows or bytes out. Nothing here reads what was withheld, and nothing here
touches the disk.
"""

from redactor.privilege_log.categorical import CATEGORICAL_COLUMNS, categorical_table
from redactor.privilege_log.ended import ended_table
from redactor.privilege_log.face import Face, face_of
from redactor.privilege_log.internal import BOX_COLUMNS, DECISION_COLUMNS, box_table, decision_table
from redactor.privilege_log.paper import statement_docx, table_docx
from redactor.privilege_log.record import Particulars, Record
from redactor.privilege_log.served import COLUMNS, served_entries, served_table, with_superseded
from redactor.privilege_log.share import Share, percent, releasable, share_table, shares_of, total
from redactor.privilege_log.sheets import Table, csv_bytes, json_bytes, xlsx_bytes
from redactor.privilege_log.statement import Answer, Objection, Statement, withholding_statement
from redactor.privilege_log.vaughn import VAUGHN_COLUMNS, vaughn_table

__all__ = [
    "BOX_COLUMNS",
    "CATEGORICAL_COLUMNS",
    "COLUMNS",
    "DECISION_COLUMNS",
    "VAUGHN_COLUMNS",
    "Answer",
    "Face",
    "Objection",
    "Particulars",
    "Record",
    "Share",
    "Statement",
    "Table",
    "box_table",
    "categorical_table",
    "csv_bytes",
    "decision_table",
    "ended_table",
    "face_of",
    "json_bytes",
    "percent",
    "releasable",
    "served_entries",
    "served_table",
    "share_table",
    "shares_of",
    "statement_docx",
    "table_docx",
    "total",
    "vaughn_table",
    "with_superseded",
    "withholding_statement",
    "xlsx_bytes",
]
