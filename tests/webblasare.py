"""The browser that the tests' scripts do things in."""

import shutil
import subprocess
from pathlib import Path

import pytest


def in_browser(script, *packages):
    """Return how to run a script in a browser, where there are one, node and the packages it needs.

    Without its windows the browser is the same and takes half as much of the processor; the whole one does as well.
    """
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    node = shutil.which("node")
    if not program or not node:
        pytest.skip("chromium eller node finns inte här")
    wanted = "".join(f"require.resolve('{name}');" for name in packages)
    if subprocess.run([node, "-e", wanted], capture_output=True, check=False).returncode:
        pytest.skip(f"npm-paketen {' och '.join(packages)} finns inte här (NODE_PATH)")
    return [node, str(Path(__file__).with_name(script)), program]
