"""Tables in PDFs by other ways than those that the reader was made on: nothing is wrong without being told."""

import shutil

import pdf_osedda
import pytest

# Drawn line by line across columns that no line parts: which lines are one cell's cannot be told, and that is said.
UNTOLD = {"nya-rad-for-rad"}
# Right, though the page does not say it surely: further paragraphs without a line, a table within a cell.
UNSURE = {"flera-stycken-utan-ram", "nastlad"}


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice finns inte här")
def test_no_cell_is_wrong_without_being_told():
    doms = {case.name: pdf_osedda.judged(case) for case in pdf_osedda.cases()}
    assert {name: dom.read for name, dom in doms.items() if dom.unsaid} == {}
    assert {name for name, dom in doms.items() if dom.said} == UNTOLD
    assert {name for name, dom in doms.items() if not dom.is_whole} == UNSURE
