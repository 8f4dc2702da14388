import signal
import subprocess
import sys

import pytest


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_signal_ends_it_as_ctrl_c_does(name: str) -> None:
    """What stands behind 'finally' is done, and the status is the shell's."""
    script = f"""
import os, signal
from plainleaf import cli

def run(**arguments):
    try:
        os.kill(os.getpid(), signal.{name})
        signal.pause()
    finally:
        print("cleared up")

signal.signal(signal.{name}, signal.SIG_DFL)  # nohup lets children ignore it
cli.cli = run
cli.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=False
    )
    status = 128 + getattr(signal, name)
    assert (done.returncode, done.stdout, done.stderr) == (status, "cleared up\n", "")


def test_nohup_is_kept() -> None:
    script = """
import os, signal
from plainleaf import cli
signal.signal(signal.SIGHUP, signal.SIG_IGN)
cli.cli = lambda **arguments: os.kill(os.getpid(), signal.SIGHUP)
cli.main()
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
