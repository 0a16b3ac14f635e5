"""Mall → mall.yaml, as a person would write it."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rapport.domain.begrepp import Begrepp, Tecken, Visas
from rapport.domain.mall import Fraga, Mall
from rapport.store.quote import quoted

_WIDTH = 120


def as_yaml(mall: Mall) -> str:
    """Return a form as the text of its mall.yaml; reading it gives the same form."""
    loader = FileSystemLoader(Path(__file__).parent)
    # The result is YAML, not HTML.
    environment = Environment(loader=loader, undefined=StrictUndefined, trim_blocks=True, autoescape=False)  # noqa: S701
    helpers = {"q": quoted, "row": _row, "one": _fraga, "subjects": _amnen, "meanings": _begrepp}
    return environment.get_template("mall.yaml.j2").render(mall=mall, **helpers) + "\n"


def _row(words: tuple[str, ...]) -> str:
    return f"[{', '.join(map(quoted, words))}]"


def _fraga(fraga: Fraga, indent: str) -> str:
    rows = [f'id: "{fraga.id}"', f"text: {quoted(fraga.text)}"]
    rows += [f"kryss: {_row(fraga.kryss)}"] if fraga.kryss else []
    rows += [f"följdtext: {quoted(fraga.foljdtext)}"] if fraga.foljdtext else []
    rows += ["frivillig: true"] if fraga.frivillig else []
    rows += [f"begär: {_row(fraga.begar)}"] if fraga.begar else []
    rows += [f"gäller: {_row(fraga.galler)}"] if fraga.galler else []
    rows += [f"lagrum: {quoted(fraga.lagrum)}"] if fraga.lagrum else []
    lines = [f"{indent}{'- ' if not number else '  '}{row}\n" for number, row in enumerate(rows)]
    if fraga.delfragor:
        lines.append(f"{indent}  delfrågor:\n")
        lines += [_fraga(part, indent + "    ") for part in fraga.delfragor]
    return "".join(lines)


def _amnen(amnen: Mapping[str, Tecken]) -> str:
    lines = [line for name, tecken in amnen.items() for line in [f"  {quoted(name)}:", *_tecken(tecken, "    ")]]
    return "\n".join(lines)


def _begrepp(begrepp_by_word: Mapping[str, Begrepp]) -> str:
    lines: list[str] = []
    for word, begrepp in begrepp_by_word.items():
        rows = [f"    regel: {begrepp.regel}"] if begrepp.regel else []
        rows += [f"    bara med: {_row(begrepp.bara_med)}"] if begrepp.bara_med else []
        rows += [f"    i frågan: {quoted(begrepp.i_fragan)}"] if begrepp.i_fragan else []
        rows += ["    delar:"] if begrepp.delar else []
        for vad, visas in begrepp.delar.items():
            rows += [f"      {quoted(vad)}:", *_visas(visas)]
        lines += [f"  {quoted(word)}:{'' if rows else ' {}'}", *rows]
    return "\n".join(lines)


def _visas(visas: Visas) -> Iterator[str]:
    yield from _tecken(visas, "        ")
    if visas.i_mening_om:
        yield "        i mening om:"
    for subject, tecken in visas.i_mening_om.items():
        yield f"          {quoted(subject)}:"
        yield from _tecken(tecken, "            ")


def _tecken(tecken: Tecken, indent: str) -> Iterator[str]:
    """Yield lists of words as running text, which needs no quotation marks for its stars."""
    for name, entries in tecken.lists:
        if entries:
            yield f"{indent}{name}: >"
            text = ", ".join(entries)
            yield from wrap(
                text, _WIDTH, initial_indent=indent + "  ", subsequent_indent=indent + "  ", break_on_hyphens=False
            )
    if tecken.kommunnamn:
        yield f"{indent}kommunnamn: true"
