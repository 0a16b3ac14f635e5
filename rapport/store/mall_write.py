"""Mall → mall.yaml, as a person would write it."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rapport.domain.mall import Fraga, Mall
from rapport.store.quote import quoted


def as_yaml(mall: Mall) -> str:
    """Return a form as the text of its mall.yaml; reading it gives the same form."""
    loader = FileSystemLoader(Path(__file__).parent)
    # The result is YAML, not HTML.
    environment = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, autoescape=False)  # noqa: S701
    return environment.get_template("mall.yaml.j2").render(mall=mall, q=quoted, one=_fraga) + "\n"


def _fraga(fraga: Fraga, indent: str) -> str:
    rows = [f'id: "{fraga.id}"', f"text: {quoted(fraga.text)}"]
    rows += [f"kryss: [{', '.join(fraga.kryss)}]"] if fraga.kryss else []
    rows += [f"följdtext: {quoted(fraga.foljdtext)}"] if fraga.foljdtext else []
    rows += ["frivillig: true"] if fraga.frivillig else []
    rows += [f"begär: [{', '.join(fraga.begar)}]"] if fraga.begar else []
    rows += [f"gäller: [{', '.join(fraga.galler)}]"] if fraga.galler else []
    rows += [f"lagrum: {quoted(fraga.lagrum)}"] if fraga.lagrum else []
    lines = [f"{indent}{'- ' if not number else '  '}{row}\n" for number, row in enumerate(rows)]
    if fraga.delfragor:
        lines.append(f"{indent}  delfrågor:\n")
        lines += [_fraga(part, indent + "    ") for part in fraga.delfragor]
    return "".join(lines)
