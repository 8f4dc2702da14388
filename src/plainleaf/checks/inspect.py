"""PDF → [Finding]: asks the file itself what it keeps of its promise, inside the fence."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.press import read_press
from plainleaf.checks.registry import check_pdf
from plainleaf.workers.jobs import InspectJob


def run(job: InspectJob) -> tuple[Mapping[str, object], bytes]:
    """Inspect a PDF; the task of a fenced worker."""
    sights = job.promise.sights if job.promise else ()
    facts = replace(read_facts(job.pdf, job.path, sights), traces=job.traces)
    if job.press:
        facts = replace(facts, press=read_press(job.press))
    findings = check_pdf(facts, job.promise, job.path)
    return {"report": [asdict(finding) for finding in findings]}, b""
