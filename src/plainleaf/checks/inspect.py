"""PDF → [Fault]: asks the file itself what it keeps of its promise, inside the fence."""

from dataclasses import replace

from plainleaf.checks.facts import read_facts
from plainleaf.checks.facts.press import read_press
from plainleaf.checks.registry import check_pdf
from plainleaf.workers.jobs import Inspected, InspectJob


def run(job: InspectJob) -> Inspected:
    """Inspect a PDF; the task of a fenced worker."""
    sights = job.promise.sights if job.promise else ()
    facts = replace(read_facts(job.pdf, sights), traces=job.traces)
    if job.press:
        facts = replace(facts, press=read_press(job.press))
    return Inspected(tuple(check_pdf(facts, job.promise)))
