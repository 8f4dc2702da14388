"""The gate in its own process: what comes back, and what it may take."""

import io
from collections.abc import Iterator

import psutil
import pytest
from PIL import Image

from plainleaf.errors import Finding, PlainleafError, WorkerLost
from plainleaf.model import Drawing, Limits, Pixels
from plainleaf.workers.fence import Fence
from plainleaf.workers.jobs import LogoJob

XMLNS = '<svg xmlns="http://www.w3.org/2000/svg"'
OPEN = f'{XMLNS} viewBox="0 0 9 9">'
SLOW = OPEN + '<path d="M0 0H9" stroke="red" stroke-width="9" opacity=".5"/>' * 2900 + "</svg>"


@pytest.fixture(scope="module")
def fence() -> Iterator[Fence]:
    with Fence({"logo": 1}, Limits(seconds=60, memory_mib=768), ()) as fence:
        yield fence


def test_a_logo_comes_back_drawn_anew(fence: Fence) -> None:
    svg = f'{OPEN}<rect width="9" height="9" fill="navy"/></svg>'
    drawing = fence.ask("logo", LogoJob(svg.encode()), "logo.svg")
    picture = '<path d="M0 0L9 0L9 9L0 9Z" fill="#000080" /></svg>'
    assert drawing == Drawing(
        kind="svg",
        data=f'{XMLNS} width="9" height="9" viewBox="0 0 9 9">{picture}'.encode(),
        width=9,
        height=9,
        contrast=16.01,
        colors=("#000080",),
        operators="\n0.000000 0.000000 0.501961 rg\n0 0 m\n9 0 l\n9 9 l\n0 9 l\nh\nf",
        contrast_on_black=16.01,
        pixels=Pixels(64, 64, bytes((0, 0, 0x80, 255)) * 64 * 64),
    )


def test_a_fault_comes_back_as_a_finding(fence: Fence) -> None:
    svg = f'{OPEN}<path d="M0 0h9z1"/></svg>'
    with pytest.raises(PlainleafError) as caught:
        fence.ask("logo", LogoJob(svg.encode()), "logo.svg")
    message = "has d='M0 0h9z1' on <path>, which has '1' after z."
    hint = "Save it again as a plain SVG, or give a PNG of 1500 pixels across."
    assert caught.value.findings == (Finding("logo.svg", 1, "logo-value", message, hint),)


def test_a_large_raster_is_read_within_the_memory(fence: Fence) -> None:
    file = io.BytesIO()
    Image.linear_gradient("L").resize((3000, 2000)).convert("RGBA").save(file, "PNG")
    reply = fence.ask("logo", LogoJob(file.getvalue()), "logo.png", times=30)
    assert (reply.kind, reply.width) == ("png", 1600)


def test_the_limits_of_a_logo_are_its_own(fence: Fence) -> None:
    (worker,) = fence.workers
    assert (worker.limits.seconds, worker.limits.memory_mib) == (1, 128)


def test_a_drawing_that_takes_too_long_is_ended(fence: Fence) -> None:
    (worker,) = fence.workers
    with pytest.raises(WorkerLost) as caught:
        fence.ask("logo", LogoJob(SLOW.encode()), "logo.svg")
    message = "logo took longer than 1 seconds."
    finding = Finding("logo.svg", None, "logo-lost", message, "Make it simpler.")
    assert (caught.value.findings, psutil.pid_exists(worker.process.pid)) == ((finding,), False)


def test_no_program_and_no_weasyprint_is_loaded() -> None:
    with Fence({"logo": 1}, Limits(), ()) as fence:
        with pytest.raises(PlainleafError):
            fence.ask("logo", LogoJob(b"%!PS"), "logo.png")
        (worker,) = fence.workers
        process = psutil.Process(worker.process.pid)
        loaded = [one.path for one in process.memory_maps() if "pango" in one.path]
        assert (process.children(), process.net_connections(), loaded) == ([], [], [])
