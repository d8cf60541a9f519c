"""What was withheld and why: the served redaction log, the internal log and the decision table, as CSV and XLSX.

A stage of pure functions: records in, rows or bytes out. Nothing here reads a document's text, and nothing here
touches the disk.
"""

from redactor.privilege_log.ended import ended_table
from redactor.privilege_log.internal import BOX_COLUMNS, DECISION_COLUMNS, box_table, decision_table
from redactor.privilege_log.record import Particulars, Record
from redactor.privilege_log.served import COLUMNS, served_entries, served_table
from redactor.privilege_log.sheets import Table, csv_bytes, xlsx_bytes

__all__ = [
    "BOX_COLUMNS",
    "COLUMNS",
    "DECISION_COLUMNS",
    "Particulars",
    "Record",
    "Table",
    "box_table",
    "csv_bytes",
    "decision_table",
    "ended_table",
    "served_entries",
    "served_table",
    "xlsx_bytes",
]
