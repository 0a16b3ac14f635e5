"""The editor alone in Chromium: how tests do in it what a person does."""

import json
import subprocess

import pytest
from webblasare import in_browser


@pytest.fixture(scope="session")
def redigerarprov():
    """Return how to run webbredigerare.cjs, where there are a browser and the packages it needs."""
    return in_browser("webbredigerare.cjs", "playwright-core", "axe-core")


def i_chromium(command, cases, folder):
    """Do the steps of each case; return what each gave, and what the browser complained of."""
    given = folder / "fall.json"
    given.write_text(json.dumps(cases), "utf-8")
    done = subprocess.run([*command, str(given), str(folder)], capture_output=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    found = json.loads(done.stdout)
    return found["cases"], found["faults"]
