"""What a region says to a finding that is no fault: that a word is right, or that a rule is waived in an answer."""

from rapport.checks.engine import all_rules, can_be_waived
from rapport.finding import Finding
from rapport.store.edit_words import with_waiver, with_word
from rapport.store.folder import RAPPORT
from rapport.store.yaml import parse
from rapport.workflow.remedies import Remedy, is_readable
from rapport.workflow.report import Report
from rapport.workflow.trials import difference

_OF_WORDS = {"stavning", "forkortning"}  # what the region's own words are known to


def word_known(finding: Finding, rapport: str) -> Remedy | None:
    """Return the words that a finding is about put to ``ordlista`` in the text of rapport.yaml, where they are words.

    None where the finding is of something else, or that text cannot be read.
    """
    word = finding.excerpt or ""
    is_sure = finding.rule == "stavning" and "ordlista" not in (finding.hint or "")  # it is a slip, whatever is known
    if finding.rule not in _OF_WORDS or not word.strip() or is_sure or finding.waived is not None:
        return None
    document, _ = parse(rapport, RAPPORT)
    again = with_word(document, word) if document else None
    if document is None or again is None:
        return None
    return Remedy(f"Lägg till ”{word}” i ordlista i {RAPPORT}", RAPPORT, difference(document.source, again.source))


def waived(report: Report, finding: Finding) -> Remedy | None:
    """Return a finding's rule waived for its answer: the reason is to be written, and until then it does not hold."""
    path, fraga, rule = finding.place.path, finding.fraga or "", all_rules().get(finding.rule)
    if path is None or fraga not in report.underlag.svar_by_fraga or rule is None or finding.waived is not None:
        return None
    document = report.area(path).document if can_be_waived(rule) and is_readable(report, path) else None
    made = with_waiver(document, fraga, finding.rule) if document else None
    if document is None or made is None:
        return None
    again, at = made
    title = f"Tillåt {finding.rule} i svar {fraga}, med ditt skäl"
    return Remedy(title, path, difference(document.source, again.source), at)
