"""The editor alone in Chromium: how tests do in it what a person does."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def redigerarprov():
    """Return how to run webbredigerare.cjs, where there are a browser and the packages it needs."""
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if not chromium or not node:
        pytest.skip("chromium eller node finns inte här")
    wanted = "require.resolve('playwright-core'); require.resolve('axe-core')"
    if subprocess.run([node, "-e", wanted], capture_output=True, check=False).returncode:
        pytest.skip("npm-paketen playwright-core och axe-core finns inte här (NODE_PATH)")
    return [node, str(Path(__file__).parent / "webbredigerare.cjs"), chromium]


def i_chromium(command, cases, folder):
    """Do the steps of each case; return what each gave, and what the browser complained of."""
    given = folder / "fall.json"
    given.write_text(json.dumps(cases), "utf-8")
    done = subprocess.run([*command, str(given), str(folder)], capture_output=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    found = json.loads(done.stdout)
    return found["cases"], found["faults"]
