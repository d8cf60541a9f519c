"""The order of the stages, and nothing else: ``scan`` finds and proposes, ``release`` writes and produces.

``run`` is the one after the other with nobody in the middle; what a rule refers to a person stays withheld and is
listed.
"""

from __future__ import annotations

from redactor.pipeline.camera import CameraSet, camera_set
from redactor.pipeline.difference import Difference, difference
from redactor.pipeline.gate import release_reviewed
from redactor.pipeline.job import Job, Progress
from redactor.pipeline.policy import Policy, policy_of
from redactor.pipeline.release import Release, release
from redactor.pipeline.scan import Scan, scan
from redactor.pipeline.verification import Verdict, doubted, verified_again

__all__ = [
    "CameraSet",
    "Difference",
    "Job",
    "Policy",
    "Progress",
    "Release",
    "Scan",
    "Verdict",
    "camera_set",
    "difference",
    "doubted",
    "policy_of",
    "release",
    "release_reviewed",
    "run",
    "scan",
    "verified_again",
]


def run(job: Job) -> Release:
    """Files in, volume out. Raises a RedactorError where the run must stop; documents held are in the result."""
    with job.folder.locked():
        return release(job, scan(job))
