"""What is said of a new report that last year's answers were moved to: what came with them, and what did not."""

from collections.abc import Iterator
from pathlib import Path

from rapport.domain.svar import Svar
from rapport.workflow.new_report import Last, move_answers


def bring(last: Last, folder: Path) -> tuple[list[str], bool]:
    """Move last report's answers to a new folder; return what came with them, and whether anything was left."""
    taken, homeless = move_answers(last.underlag, folder)
    return [*_told(last, folder, taken, homeless)], bool(homeless or last.faults)


def _told(last: Last, folder: Path, taken: int, homeless: list[Svar]) -> Iterator[str]:
    underlag = last.underlag
    answers = underlag.svar_by_fraga.values()
    yield f"{taken} svar hämtade ur {underlag.kalla}, som utkast."
    yield "Så länge något svar är ordagrant förra årets byggs dokumentet bara som utkast."
    if last.brought:
        yield f"Med följde också {last.brought}."
    if last.taken_over.files:
        yield (
            f"Papperen ligger kvar i {last.papers}. Kopiera dem som gäller i år till {folder / 'kallor'}, "
            "och ta bort # framför fil i kallor.yaml."
        )
    if any(svar.kommentar or svar.tillat for svar in answers):
        yield "Kommentarer och undantag (tillåt) vid svaren hörde till förra året och följde inte med."
    if any(svar.siffror or "{{" in (svar.markdown or "") for svar in answers):
        where = folder / "siffror"
        yield f"Svaren har uttryck för siffror. Lägg årets tabeller i {where}, med samma namn och kolumner."
    for svar in homeless:
        where_from = f"Fråga {svar.fraga} i {underlag.kalla}"
        yield f"{where_from} har ingen motsvarighet i det nya formuläret; svaret är inte hämtat."
    for fault in last.faults:
        yield f"Kunde inte läsas och följde inte med: {last.path / (fault.place.path or '')}: {fault.message}"
