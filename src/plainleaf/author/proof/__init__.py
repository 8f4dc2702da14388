"""The name of a brand → the page that its office signs, made as an imprint is made."""

import hashlib

from plainleaf.author.proof.handout import Pages, pages_of
from plainleaf.author.proof.shown import Shown, shown
from plainleaf.build import workers_of
from plainleaf.build.brands import brandings
from plainleaf.build.context import Context
from plainleaf.build.order import Order
from plainleaf.build.store import Store
from plainleaf.errors import Finding, PlainleafError, nearest
from plainleaf.model import LOGO, PLAIN, Edition, Imprint
from plainleaf.stamp import run as stamp
from plainleaf.workers.jobs import Print, ProofJob, StampJob
from plainleaf.workspace import Workspace
from plainleaf.workspace.epoch import wanted_date
from plainleaf.workspace.hold import Scratch
from plainleaf.workspace.settings import Settings
from plainleaf.workspace.survey import Survey, take_survey

PAGE = "templates/proof.html"
PROOF = Edition("proof", ("en",), "", "", "", "")
"""What carries a brand here, in place of a handout."""

FIRST_BRAND = "There is none yet: 'plainleaf new brand NAME --logo FILE' makes one."


def prove(
    workspace: Workspace, settings: Settings, name: str, paper: str
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a brand's proof and what was found; raise PlainleafError where it has none."""
    survey = take_survey(workspace, settings)
    _see_choice(name, paper, survey)
    with Scratch() as folder:
        order = Order(workspace, settings, (), folder, jobs=1)
        with workers_of(order, 1) as workers, Store(folder) as store:
            context = Context(order, workers, store, survey, (), True, wanted_date())
            branding = brandings(context, [Imprint(name, PROOF)])[name]
            if order.stops(branding.findings):
                raise PlainleafError(*branding.findings)
            pages = pages_of(context, name, paper)
            found = shown(context, branding, paper, pages)
            return _made(context, found, pages), found.findings


def _see_choice(name: str, paper: str, survey: Survey) -> None:
    """Raise PlainleafError where the brand or the paper is none."""
    others = [brand for brand in survey.brands if brand != PLAIN]
    faults = []
    if name == PLAIN:
        message = f"{PLAIN!r} carries no organization, so there is nothing to prove."
        hint = nearest("", others) if others else FIRST_BRAND
        faults.append(Finding("choice", None, "no-brand", message, hint))
    elif name not in others:
        message = f"no brand is named {name[:80]!r}."
        hint = nearest(name, others) if others else FIRST_BRAND
        faults.append(Finding("choice", None, "unknown-brand", message, hint))
    if paper not in survey.papers:
        message, hint = f"no paper is named {paper[:80]!r}.", nearest(paper, survey.papers)
        faults.append(Finding("choice", None, "unknown-paper", message, hint))
    if faults:
        raise PlainleafError(*faults)


def _made(context: Context, found: Shown, pages: Pages) -> bytes:
    """Return the page: typeset with its slots open, then stamped."""
    key = hashlib.sha256(repr(found.sheet).encode()).hexdigest()[:32]
    most_pages = context.order.settings.limits.pages
    job = ProofJob(found.sheet, context.order.workspace, most_pages, key, pages.drawings)
    master = context.workers.ask("typeset", job, PAGE)
    slots = [slot.name for slot in master.slots]
    if slots != [LOGO] * len(found.fillings):
        message = f"opens {len(slots)} slots where {len(found.fillings)} logos are to be shown."
        hint = "Write one for each logo, and no other."
        raise PlainleafError(Finding(PAGE, None, "no-slot", message, hint))
    brand = found.sheet.brand
    each = Print(f"{brand.name}/proof", found.fillings, brand.color, key)
    (made,) = stamp(StampJob(master.pdf, master.slots, master.color, (each,), None)).prints
    return master.pdf + made.update
