"""How many words a page nothing explains, on any folder of PDFs: what the reviewer of unexplained.csv has to read.

    python -m tests.benchmarks.unexplained FOLDER [MATTER.yaml]

On public court filings and blank forms every such word is one too many; on a matter's own papers they are also the last
net under the recognizers. Off-page text is counted with its document.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from redactor.detect import detect
from redactor.errors import DocumentError
from redactor.extract import extract
from redactor.ingest import ingest
from redactor.matter import default_matter, load_matter
from redactor.model import Category, Detection, Document
from redactor.pipeline.findings import matter_findings
from redactor.pipeline.scan import known_people


def main(folder: Path, matter_file: Path | None) -> int:
    if not folder.is_dir():
        print(f"{folder} is not here; this benchmark needs a folder of PDFs")
        return 0
    matter = load_matter(matter_file) if matter_file else default_matter()
    documents: list[Document] = []
    detections: list[Detection] = []
    with tempfile.TemporaryDirectory() as scratch:
        cache = Path(scratch)
        for original in ingest((folder,), cache / "attachments", leave_out=(), custodian="").originals:
            try:
                document = extract(original, cache)
                detections.extend(detect(document))
                documents.append(document)
            except DocumentError as error:
                print(f"{original.id[:12]}  held: {error}")
        findings, _ = matter_findings(documents, detections, tuple(known_people(matter)), b"for counting only")
    total = near = pages = 0
    for document in documents:
        words = [f for f in findings if f.document == document.id and f.category is Category.UNEXPLAINED]
        close = sum(f.near_person for f in words)
        print(f"{document.short_id}  {len(document.pages):3} pages  {len(words):4} unexplained, {close} near a person")
        total, near, pages = total + len(words), near + close, pages + len(document.pages)
    print(f"{total / max(1, pages):.2f} a page on {pages} pages; near a protected person {near / max(1, pages):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
