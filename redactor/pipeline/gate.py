"""The gate of a release that people answer for: while something that a person must answer is open, nothing goes out."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.errors import ReviewUnfinishedError
from redactor.pipeline.desk import open_desk
from redactor.pipeline.job import Job
from redactor.pipeline.release import Release, release
from redactor.pipeline.scan import scan
from redactor.review.records import Obstacle

_NAMED = 3


def release_reviewed(job: Job) -> Release:
    """The volume from what reviewers decided; what has changed since the last scan is scanned first.

    Raises ReviewUnfinishedError, with every obstacle and where to answer it, before anything is written: findings that
    nobody decided, second reads that are missing, a QC sample that is not done, decisions whose finding has vanished.
    """
    with job.folder.locked():
        found = scan(job)
        desk = open_desk(job.folder)
        try:
            obstacles = desk.obstacles()
        finally:
            desk.close()
        if obstacles:
            raise ReviewUnfinishedError(_told(obstacles))
        return release(job, found)


def _told(obstacles: Sequence[Obstacle]) -> str:
    lines = ["people have not answered everything, so nothing was released"]
    for obstacle in obstacles:
        lines.append(f"  {obstacle.count:,} {obstacle.kind}: {obstacle.remedy}")
        named = ", ".join(obstacle.findings[:_NAMED])
        more = " …" if obstacle.count > _NAMED else ""
        lines.append(f"      on the page: {obstacle.link}" + (f"; findings {named}{more}" if named else ""))
    return "\n".join(lines)
