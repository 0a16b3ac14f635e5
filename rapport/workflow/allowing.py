"""What a region says to a finding that is no fault: that a word is right, or that a rule is waived in an answer."""

from rapport.checks.engine import all_rules
from rapport.checks.rule import can_be_waived
from rapport.finding import Finding
from rapport.store.edit_waivers import with_waiver
from rapport.store.edit_words import with_word
from rapport.store.folder import RAPPORT
from rapport.store.yaml import parse
from rapport.workflow.remedies import Remedy, is_readable
from rapport.workflow.report import Report
from rapport.workflow.trials import difference

_OF_WORDS = {"stavning", "forkortning"}  # what the region's own words are known to


def own_word(finding: Finding) -> str | None:
    """Return the word that a finding is about, where it may be one of the region's own."""
    word = finding.excerpt or ""
    is_sure = finding.rule == "stavning" and "ordlista" not in (finding.hint or "")  # it is a slip, whatever is known
    is_other = finding.rule not in _OF_WORDS or is_sure or finding.waived is not None
    return None if is_other or not word.strip() else word


def word_known(finding: Finding, rapport: str) -> Remedy | None:
    """Return the words that a finding is about put to ``ordlista`` in the text of rapport.yaml, where they are words.

    None where the finding is of something else, or that text cannot be read.
    """
    word = own_word(finding)
    if word is None:
        return None
    document, _ = parse(rapport, RAPPORT)
    again = with_word(document, word) if document else None
    if document is None or again is None:
        return None
    return Remedy(f"Lägg till ”{word}” i ordlista i {RAPPORT}", RAPPORT, difference(document.source, again.source))


def may_be_waived(report: Report, finding: Finding) -> bool:
    """Whether a region may say that a finding's rule does not hold for its answer, and has not said so."""
    path, rule = finding.place.path, all_rules().get(finding.rule)
    is_of_answer = path is not None and finding.fraga in report.underlag.svar_by_fraga
    if path is None or rule is None or not is_of_answer or finding.waived is not None:
        return False
    return can_be_waived(rule) and is_readable(report, path)


def refused_waiver(rule: str, reason: str) -> str | None:
    """Return why a rule cannot be waived for a reason; None where it can."""
    known = all_rules().get(rule)
    if known is None:
        return f"Regeln {rule} finns inte."
    if not can_be_waived(known):
        return f"Regeln {rule} kan inte tillåtas."
    return None if reason.strip() else f"Regeln {rule} tillåts utan skäl. Skriv varför den inte gäller här."


def waived(report: Report, finding: Finding) -> Remedy | None:
    """Return a finding's rule waived for its answer: the reason is to be written, and until then it does not hold."""
    path, fraga = finding.place.path, finding.fraga or ""
    document = report.area(path).document if path and may_be_waived(report, finding) else None
    made = with_waiver(document, fraga, finding.rule) if document else None
    if path is None or document is None or made is None:
        return None
    again, at = made
    title = f"Tillåt {finding.rule} i svar {fraga}, med ditt skäl"
    return Remedy(title, path, difference(document.source, again.source), at)
