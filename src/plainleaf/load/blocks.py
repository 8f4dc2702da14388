"""Markdown tokens → lead and numbered sections, with the line of every fault.

Only what a handout can print is let in.
"""

from dataclasses import dataclass, replace

from plainleaf.errors import Finding
from plainleaf.load.containers import read_container
from plainleaf.load.flow import Flow
from plainleaf.load.numbering import numbering_faults
from plainleaf.model import Block, Section
from plainleaf.text.markdown import Token
from plainleaf.workspace import Workspace


@dataclass(frozen=True)
class Body:
    """What stands below the front matter."""

    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]


def read_body(found: list[Token], path: str, workspace: Workspace) -> Body:
    """Read all blocks of a handout."""
    flow = Flow(found, path, workspace, read_container)
    flow.read()
    flow.findings += (fault.at(path) for fault in numbering_faults(flow.tokens))
    sections = tuple(
        replace(section, number=number, blocks=tuple(blocks))
        for number, (section, blocks) in enumerate(flow.sections, start=1)
    )
    if not sections and not any(finding.is_error for finding in flow.findings):
        flow.fault(1, "no-section", "has no section.", "Add a heading: '## What it is {#what}'.")
    return Body(tuple(flow.lead), sections, tuple(flow.findings))
