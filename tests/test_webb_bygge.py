"""The editor core that is shipped is what its script builds."""

import json
import shutil
import subprocess

import pytest
from conftest import ROOT

BYGG, SIDA = ROOT / "rapport/webb/bygg", ROOT / "rapport/webb/sida"
MADE = ("karna.js", "karna.licenser.txt")


def test_the_core_is_what_the_script_builds(tmp_path):
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        pytest.skip("npm eller node finns inte här")
    folder = tmp_path / "bygg"
    shutil.copytree(BYGG, folder, ignore=shutil.ignore_patterns("node_modules"))
    installed = subprocess.run(
        [npm, "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    if installed.returncode:
        pytest.skip("npm når inga paket här")
    subprocess.run([node, "bygg.mjs", str(tmp_path / "sida")], cwd=folder, check=True)
    for name in MADE:
        assert (tmp_path / "sida" / name).read_bytes() == (SIDA / name).read_bytes(), f"{name}: kör node bygg.mjs"


def test_every_package_has_an_exact_version_and_its_licence():
    wanted = json.loads((BYGG / "package.json").read_text("utf-8"))["devDependencies"]
    licences = (SIDA / "karna.licenser.txt").read_text("utf-8")
    for name, version in wanted.items():
        assert version[0].isdigit(), name
        assert name == "esbuild" or f"{name} {version} (MIT)\n" in licences


def test_no_module_of_the_page_fetches_from_elsewhere():
    own = [*SIDA.glob("*.js"), *SIDA.glob("redigerare/**/*.js")]
    assert own
    for file in own:
        if file.name != "karna.js":
            text = file.read_text("utf-8")
            assert "innerHTML" not in text, file.name
            assert "eval(" not in text, file.name
            assert text.count("\n") <= 200, file.name
