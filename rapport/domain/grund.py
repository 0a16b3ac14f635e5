"""RattsligGrund: the law behind a form, and the day that it sets."""

from datetime import date

from pydantic import Field

from rapport.domain.form import Form


class RattsligGrund(Form):
    """The ordinance behind the form, with its sections.

    ``sista_dag`` is what ``senast`` says as data, month and day (02-21) of the year after the one that is reported;
    None where a form does not say.
    """

    forordning: str = Field(alias="förordning")
    redovisar: str
    senast: str
    sista_dag: str | None = Field(default=None, alias="sista dag")
    mottagare: str
    lagrum: str

    def sista_dag_for(self, ar: int) -> date | None:
        """Return the last day to hand in a report of a year; ValueError when the form's day is none."""
        if self.sista_dag is None:
            return None
        month, _, day = self.sista_dag.partition("-")
        return date(ar + 1, int(month), int(day))
