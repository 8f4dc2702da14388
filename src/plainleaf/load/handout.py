"""handouts/<name>/handout.md → Handout, or every fault in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from plainleaf.errors import Finding, PlainleafError, Severity, nearest
from plainleaf.load.blocks import Body, read_body
from plainleaf.model import ANY, Handout, Unit
from plainleaf.text.markdown import inline_faults, tokens
from plainleaf.text.markup.comments import HINT, LEFT_OUT, without_comments
from plainleaf.text.markup.find import strays
from plainleaf.workspace import Workspace
from plainleaf.workspace.clock import has_begun, today
from plainleaf.workspace.fields import Fields
from plainleaf.workspace.yamltext import read_yaml

NO_FRONT_MATTER = "Begin the file with '---', the fields and '---'."
LONGEST_REVIEW = 3 * 366  # days: the NHS standard for health content asks for three years at most


def read_handout(workspace: Workspace, name: str) -> Handout:
    """Read one handout; raise PlainleafError with all its faults."""
    path = f"handouts/{name}/handout.md"
    text, comments = without_comments(workspace.read_text(path))
    found = tokens(text)
    body = read_body(found, path, workspace)
    findings = [*body.findings]
    for comment in comments:
        message, line = LEFT_OUT.format(words=comment.words), comment.row + 1
        findings.append(Finding(path, line, "comment", message, HINT, Severity.WARNING))
    if not found or found[0].type != "front_matter" or not found[0].content.strip():
        findings.insert(0, Finding(path, 1, "no-front-matter", "has no fields.", NO_FRONT_MATTER))
        raise PlainleafError(*(finding for finding in findings if finding.is_error))
    try:
        table, written = read_yaml(found[0].content, path, first=2)
    except PlainleafError as error:
        raise PlainleafError(*error.findings, *findings) from None
    handout = _front_matter(Fields(path, table, findings, written), name, body)
    findings += _repeated(handout)
    findings.sort(key=lambda finding: finding.line or 0)
    if any(finding.is_error for finding in findings):
        raise PlainleafError(*findings)
    return replace(handout, remarks=tuple(findings))


def _front_matter(fields: Fields, name: str, body: Body) -> Handout:
    handout = Handout(
        name=name,
        path=fields.path,
        title=_unit(fields, "title"),
        summary=_unit(fields, "summary"),
        publisher=_plain(fields, "publisher"),
        version=fields.code("version"),
        reviewed=fields.day("reviewed"),
        review_by=fields.day("review-by"),
        sources=_sources(fields),
        topics=_topics(fields.within("topics")),
        brief=_brief(fields, body),
        lead=body.lead,
        sections=body.sections,
    )
    fields.close()
    _check_dates(fields, handout)
    return handout


def _unit(fields: Fields, key: str) -> Unit:
    unit = Unit(key, fields.text(key), fields.line(key) or 1)
    for fault in inline_faults(unit.text):
        fields.fault(key, f"holds {fault}.", "Use words only.")
    fields.tell(key, strays(fields.as_written(key, unit.text)))
    return unit


def _plain(fields: Fields, key: str) -> str:
    text = fields.text(key)
    fields.tell(key, strays(text, is_markdown=False))
    return text


def _sources(fields: Fields) -> tuple[Unit, ...]:
    line = fields.line("sources") or 1
    units = tuple(
        Unit(f"source-{number}", text, line)
        for number, text in enumerate(fields.texts("sources"), start=1)
    )
    for fault in (fault for unit in units for fault in inline_faults(unit.text)):
        fields.fault("sources", f"holds {fault}.", "Use words, **bold** and links.")
    for number, unit in enumerate(units):
        text = fields.as_written(f"sources.{number}", unit.text)
        fields.tell("sources", strays(text), number)
    return units


def _topics(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    topics = {system: fields.texts(system, ()) for system in ("icd-10-cm", "snomed-ct")}
    for system, codes in topics.items():
        fields.bare(system, *codes)
    fields.close()
    return topics


def _brief(fields: Fields, body: Body) -> Mapping[str, tuple[str, ...]]:
    """Read a list for all short formats, or a table with a list for each."""
    if isinstance(fields.table.get("brief"), dict):
        table = fields.within("brief")
        return {name: _sections(table, name, body) for name in table.table}
    return {ANY: _sections(fields, "brief", body)} if "brief" in fields.table else {}


def _sections(fields: Fields, key: str, body: Body) -> tuple[str, ...]:
    """Read ids of sections."""
    ids = fields.texts(key, ())
    if fields.table[key] == []:
        fields.fault(key, "names no section.", "Name one, or take it out to carry all.")
    known = {section.id for section in body.sections}
    for section in body.sections:
        known |= section.headings
    for each in ids:
        if each not in known:
            fields.fault(key, f"names no section: {each!r}.", nearest(each, known))
    return ids


def _check_dates(fields: Fields, handout: Handout) -> None:
    if not has_begun(handout.reviewed.isoformat()):
        message = f"is in the future: today is {today()}."
        hint = "Write the day on which it was checked, or set this machine's clock right."
        fields.fault("reviewed", message, hint)
    if date.min in (handout.reviewed, handout.review_by):
        return
    days = (handout.review_by - handout.reviewed).days
    if not 0 < days <= LONGEST_REVIEW:
        message = "is not within three years after 'reviewed'."
        fields.fault("review-by", message, "Give the date of the next review.")


def _repeated(handout: Handout) -> list[Finding]:
    """Return a finding for each id that two units or sections share."""
    first: dict[str, int] = {}
    findings = []
    named = [(section.id, section.line) for section in handout.sections if not section.title]
    named += [(unit.id, unit.line) for unit in handout.units]
    for name, line in sorted(named, key=lambda pair: pair[1]):
        if name in first:
            message = f"the id {name!r} is already taken in line {first[name]}."
            hint = "Give each heading an id of its own."
            findings.append(Finding(handout.path, line, "equal-ids", message, hint))
        first.setdefault(name, line)
    return findings
