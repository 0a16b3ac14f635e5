"""The extension for VS Code as one file, a .vsix: a zip, byte for byte the same wherever it is made."""

import json
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_STORED, ZipFile, ZipInfo

FOLDER = Path(__file__).resolve().parents[1] / "lsp" / "vscode"
PYTHON = "python.json"  # read by the extension's client.js
_TYPES = {
    ".js": "application/javascript",
    ".json": "application/json",
    ".md": "text/markdown",
    ".vsixmanifest": "text/xml",
}
_UNIX, _WHEN = 3, (1980, 1, 1, 0, 0, 0)


def file_name() -> str:
    """Return what the file is called."""
    return f"rapport-{version('rapport')}.vsix"


def vsix(python: str | None = None) -> bytes:
    """Return the file; ``python`` is the interpreter that is to be tried where the workspace has none."""
    package = json.loads((FOLDER / "package.json").read_text("utf-8")) | {"version": version("rapport")}
    files = {name: (FOLDER / name).read_text("utf-8") for name in _names()} | {"package.json": _json(package)}
    if python:
        files[PYTHON] = _json({"python": python})
    return _zipped(
        {
            "[Content_Types].xml": _content_types(),
            "extension.vsixmanifest": _manifest(package),
            **{f"extension/{name}": text for name, text in sorted(files.items())},
        }
    )


def _names() -> list[str]:
    return [file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.suffix in _TYPES]


def _zipped(files: dict[str, str]) -> bytes:
    """Return a zip of texts: not packed, for how small one gets differs between systems, and of no time of day."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, text in files.items():
            info = ZipInfo(name, _WHEN)
            info.create_system, info.external_attr = _UNIX, 0o644 << 16
            archive.writestr(info, text.encode("utf-8"))
    return made.getvalue()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _content_types() -> str:
    kinds = "".join(f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in _TYPES.items())
    names = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="{names}">{kinds}</Types>\n'


def _manifest(package: dict[str, object]) -> str:
    """Return what an editor reads before it opens the extension itself."""
    said = {key: str(value) for key, value in package.items()}
    engine = json.loads((FOLDER / "package.json").read_text("utf-8"))["engines"]["vscode"]
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="sv" Id={quoteattr(said["name"])} Version={quoteattr(said["version"])} \
Publisher={quoteattr(said["publisher"])}/>
    <DisplayName>{escape(said["displayName"])}</DisplayName>
    <Description xml:space="preserve">{escape(said["description"])}</Description>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={quoteattr(engine)}/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
  </Assets>
</PackageManifest>
"""
