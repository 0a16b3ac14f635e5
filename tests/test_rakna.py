"""The count of Word documents: what each construct adds, as ``rapport rakna`` says it.

Each case says what it counts and how the number comes to be. Where it stands for a document of the reference set in
``../shared/rakning``, it names it: the same construct in the same amount, so that both give the same number.
"""

import csv

import pytest
from conftest import SHARED
from kommando import printed
from smadokument import box, changed, choice, control, document, field, item, note, old_box, p, r, table, within

FACIT = SHARED / "rakning" / "facit.csv"
TAB, LINE = within("<w:tab/>"), within("<w:br/>")
FOOTNOTE, SECOND = within('<w:footnoteReference w:id="2"/>'), within('<w:footnoteReference w:id="3"/>')
ENDNOTE = within('<w:endnoteReference w:id="2"/>')
DELETED = changed("del", r(" struket", tag="delText"))
PICTURE = within("<w:drawing><wp:inline><a:graphic><a:graphicData/></a:graphic></wp:inline></w:drawing>")
TICK = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
INNER = field(r(" IF ", tag="instrText") + field(" PAGE ", "1") + r(' = 1 "ja" "nej" ', tag="instrText"), "ja")
FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>12</m:t></m:r></m:num><m:den><m:r><m:t>34</m:t></m:r></m:den></m:f></m:oMath>"
)
# name: (the document of the reference set, the body, the notes, the count as a sum)
CASES = {
    "text": ("01_base", p("Vinter i by"), (), 11),
    "åäö-sammansatta": ("02_aao_precomposed", p("åäöÅÄÖ"), (), 6),
    "ring-som-eget-tecken": (None, p("a\u030ab"), (), 3),
    "emoji-två-enheter": ("04_emoji", p("by🚌"), (), 2 + 2),
    "flera-blanksteg": ("06_multi_space", p("a   b"), (), 5),
    "blanksteg-ytterst-bevarade": ("07_lead_trail_space", p("  by  "), (), 6),
    "blanksteg-ytterst-utan-preserve": (None, p("<w:r><w:t>  by  </w:t></w:r>"), (), 2),
    "smala-blanksteg": ("09_nnbsp_thin", p("20\u202f000\u2009b"), (), 8),
    "tabb": ("11_tab", p("ab", TAB, "cd"), (), 2 + 1 + 2),
    "tabb-som-tecken-i-texten": ("12_tab_char_in_t", p("ab\tcd"), (), 5),
    "ptab": (None, p("ab", within('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>')), (), 2 + 1),
    "radbrytning": ("14_br_line", p("ab", LINE, "cd"), (), 2 + 1 + 2),
    "cr": (None, p("ab", within("<w:cr/>"), "cd"), (), 2 + 1 + 2),
    "sidbrytning": ("16_br_page", p("ab", within('<w:br w:type="page"/>'), "cd"), (), 4),
    "spaltbrytning": ("17_br_column", p("ab", within('<w:br w:type="column"/>'), "cd"), (), 4),
    "två-stycken": ("19_two_paras", p("ab") + p("cd"), (), 4),
    "stycke-av-blanksteg": ("21_spaces_only_para", p("ab") + p("   "), (), 2 + 3),
    "mjukt-bindestreck": ("22_softHyphen", p("ab", within("<w:softHyphen/>"), "cd"), (), 2 + 1 + 2),
    "hårt-bindestreck": ("24_noBreakHyphen", p("ab", within("<w:noBreakHyphen/>"), "cd"), (), 2 + 1 + 2),
    "symbol": ("26_sym", p("ab", within('<w:sym w:font="Wingdings" w:char="F0FC"/>')), (), 2 + 1),
    "sidnummer": (None, p("ab", within("<w:pgNum/>")), (), 2 + 1),
    "numrerad-lista": ("27_num_list", item(1, "ab") + item(1, "cd"), (), 2 * (len("1.") + 1 + 2)),
    "punktlista": ("29_bullet", item(2, "ab") + item(2, "cd"), (), 2 * (1 + 1 + 2)),
    "lista-i-två-nivåer": (None, item(1, "ab") + item(1, "cd", depth=1), (), (2 + 1 + 2) + (len("1.1") + 1 + 2)),
    "romersk-etikett": (
        None,
        "".join(item(6, "x") for _ in range(3)),
        (),
        sum(len(n) + 2 for n in ("i)", "ii)", "iii)")),
    ),
    "bokstavsetikett": (None, item(7, "ab"), (), len("a.") + 1 + 2),
    "lista-genom-formatmall": (None, p("ab", properties='<w:pStyle w:val="Punkt"/>'), (), 1 + 1 + 2),
    "lista-genom-ärvd-formatmall": (None, p("ab", properties='<w:pStyle w:val="Underpunkt"/>'), (), 1 + 1 + 2),
    "lista-bortvald-med-numId-0": (
        None,
        p("ab", properties='<w:pStyle w:val="Punkt"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        (),
        2,
    ),
    "etikett-följd-av-blanksteg": ("74_num_suff_space", item(3, "ab"), (), len("1)") + 1 + 2),
    "etikett-följd-av-ingenting": (None, item(4, "ab"), (), len("1)") + 2),
    "etikett-i-tomt-stycke": ("76_num_empty_para", p("ab") + item(1), (), 2 + (2 + 1)),
    "tom-etikett-med-tabb": ("77_num_fmt_none", item(5, "ab"), (), 0 + 1 + 2),
    "etiketter-till-10": ("79_num_decimal_10", "".join(item(1, "x") for _ in range(10)), (), 9 * (2 + 2) + (3 + 2)),
    "etikett-i-struket-stycke": (
        "81_num_deleted_para",
        p("ab") + item(1, DELETED, mark=changed("del", "")) + p("cd"),
        (),
        2 + (2 + 1) + 2,
    ),
    "etikett-med-dolt-styckemärke": ("95_vanish_label", item(1, "ab", mark="<w:vanish/>"), (), 2 + 1 + 2),
    "fotnot": ("31_footnote", p("Vinter i by", FOOTNOTE), (note(" Snö i by"),), 11 + 1 + (1 + 9)),
    "slutnot": ("32_endnote", p("Vinter i by", ENDNOTE), (note(" Snö i by"),), 11 + 1 + (1 + 9)),
    "två-fotnoter": (
        "84_two_footnotes",
        p("Vinter i by", FOOTNOTE, " x", SECOND),
        (note(" Snö i by"), note(" Is i apr")),
        11 + 1 + 2 + 1 + 2 * (1 + 9),
    ),
    # The mark is text, here and in the note, and stands instead of what Word would have made.
    "fotnot-med-eget-märke": (
        None,
        p("ab", within('<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>')),
        (note(" Snö", mark=r("*")),),
        2 + 1 + (1 + 4),
    ),
    "not-som-ingen-hänvisar-till": (None, p("ab"), (note(" Snö"),), 2),
    "textruta": ("34_textbox_vml", p("Vinter i by", within(old_box(p("Sommar vid")))), (), 11 + 10),
    "textruta-i-två-versioner": (
        None,
        p("ab", within(choice(box(p("Sommar")), old_box(p("Sommar"))))),
        (),
        2 + 6,
    ),
    "textruta-och-fotnot": (
        "69_subdocs_off",
        p("Vinter i by", FOOTNOTE, within(choice(box(p("Sommar vid")), old_box(p("Sommar vid"))))),
        (note(" Snö i by"),),
        11 + 1 + 10 + (1 + 9),
    ),
    "en-gren-av-två": ("98_altcontent_text", p("ab", within(choice("<w:t>cd</w:t>", "<w:t>efgh</w:t>"))), (), 2 + 2),
    "emoji-med-texten-i-reserven": (
        None,
        p(
            "ab",
            within(choice('<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F68C"/>', "<w:t>🚌</w:t>", "w16se")),
        ),
        (),
        2 + 2,
    ),
    "fält": ("36_field_complex", p("ab ", field(' QUOTE "ett tal" ', "ett tal")), (), 3 + 7),
    "enkelt-fält": ("37_fldSimple", p("ab ", f'<w:fldSimple w:instr=" AUTHOR ">{r("Sara")}</w:fldSimple>'), (), 3 + 4),
    "länk-som-fält": ("39_hyperlink_field", p("ab ", field(' HYPERLINK "https://by.se" ', "vår sida")), (), 3 + 8),
    "länk": (None, p("ab ", f'<w:hyperlink w:anchor="b">{r("sidan")}</w:hyperlink>'), (), 3 + 5),
    "fält-med-gammalt-resultat": ("41_ref_field_stale", p("ab ", field(" REF borta ", "urgamla")), (), 3 + 7),
    "fält-i-fält": ("86_nested_field", p("ab ", INNER), (), 3 + 2),
    "nummer-på-tabell": ("87_seq_caption", p("Tabell ", field(" SEQ Tabell ", "3")), (), 7 + 1),
    "formulärfält": ("56_formtext", p("ab ", field(" FORMTEXT ", "     ", start="<w:ffData/>")), (), 3 + 5),
    "formulärruta": ("57_formcheckbox", p("ab ", field(" FORMCHECKBOX ", start="<w:ffData/>"), " ja"), (), 3 + 3),
    "dold-text": ("42_vanish_run", p("ab", r(" dold", "<w:vanish/>"), " cd"), (), 5),
    "dold-genom-teckenformat": ("44_vanish_style", p("ab", r(" dold", '<w:rStyle w:val="Dold"/>'), " cd"), (), 5),
    "dold-genom-styckeformat": (None, p("ab") + p("dold", properties='<w:pStyle w:val="Doldstycke"/>'), (), 2),
    "dold-avslagen": (None, p("ab", r("cd", '<w:vanish w:val="0"/>')), (), 4),
    "struken-text": ("46_del", p("ab", DELETED), (), 2),
    "infogad-text": ("47_ins_del", p("ab ", DELETED, changed("ins", r("infogat"))), (), 3 + 7),
    "struket-i-infogat": ("93_del_in_ins", p("ab", changed("ins", DELETED)), (), 2),
    "struket-styckemärke": (
        "49_del_para_mark",
        p("ab", properties=f"<w:rPr>{changed('del', '')}</w:rPr>") + p("cd"),
        (),
        4,
    ),
    "flyttad-text": (
        None,
        p("ab", changed("moveFrom", r("borta"))) + p("cd", changed("moveTo", r("hit"))),
        (),
        2 + 2 + 3,
    ),
    "innehållskontroll-i-rad": ("51_sdt_inline", p("ab ", control(r("svar"), "<w:text/>")), (), 3 + 4),
    "innehållskontroll-av-stycken": ("52_sdt_block", control(p("ett svar") + p("tre")), (), 8 + 3),
    "kryssruta": ("54_sdt_checkbox", p(control(r("☐"), TICK), " ja"), (), 1 + 3),
    "platshållare": (
        None,
        control(p(r("Skriv här.", '<w:rStyle w:val="Platshallare"/>')), "<w:showingPlcHdr/>"),
        (),
        10,
    ),
    "tabell-med-tomma-celler": ("59_table_empty_cells", table(("ab", ""), ("", "")) + p("ij"), (), 4),
    "två-tabeller": ("97_table_num_sep", table(("1", "2")) + table(("3", "4")) + p(), (), 4),
    "tabell-i-tabell": (None, table(("ab", table(("cd",)) + p())), (), 4),
    "formel": ("61_omath_frac", p("ab ", FRACTION), (), 3 + 4),
    "anfang": ("62_dropcap", p("A", properties='<w:framePr w:dropCap="drop"/>') + p("bcde"), (), 5),
    "tankstreck": ("64_dash_spaced", p("ab – cd"), (), 7),
    "avsnittsbrytning": ("66_section_break", p("ab", properties="<w:sectPr/>") + p("cd"), (), 4),
    "smart-tagg-och-bokmärke": (
        "67_smarttag_bookmark",
        p(
            '<w:bookmarkStart w:id="0" w:name="b"/>',
            f'<w:smartTag w:uri="u" w:element="e">{r("ab")}</w:smartTag>',
            "cd",
        ),
        (),
        4,
    ),
    "siffror-och-tecken": ("71_long_digits_punct", p("2.1–2.4: 100 % (ca 7,5 mkr), se s. 6/8."), (), 39),
    "tabb-och-blanksteg-sist": ("72_trailing_tab_space", p("ab", TAB, " "), (), 2 + 1 + 1),
    "bild": ("82_image_inline", p("ab", PICTURE, "cd"), (), 4),
    "tecken-som-inte-syns": ("90_zwj_vs_lrm", p("a\u200eb\u200dc\ufe0fd"), (), 7),
    "bom-i-texten": ("92_bom", p("ab\ufeffcd"), (), 5),
}


def counted(path):
    return int(printed("rakna", path).split(maxsplit=1)[0])


@pytest.fixture(scope="module")
def facit():
    if not FACIT.exists():
        pytest.skip("facit för räkningen finns inte här (../shared/rakning)")
    with FACIT.open(encoding="utf-8", newline="") as file:
        return {row["case"]: int(row["count"]) for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", CASES)
def test_a_construct_adds_what_the_rule_says(name, tmp_path):
    _, body, notes, expected = CASES[name]
    assert counted(document(tmp_path / "prov.docx", body, notes)) == expected


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[0]])
def test_a_case_agrees_with_the_reference_that_it_stands_for(name, facit):
    reference, _, _, expected = CASES[name]
    assert expected == facit[reference]
    assert counted(FACIT.parent / f"{reference}.docx") == expected


def test_every_reference_has_its_case(facit):
    assert facit.keys() - {reference for reference, *_ in CASES.values()} == set()
