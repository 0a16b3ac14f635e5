"""The built document: the form untouched, every answer whole, valid for both validators, readable in LibreOffice."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
from conftest import ROOT
from hypothesis import given, settings
from openxml_audit import OpenXmlValidator
from strategies import blocks

from rapport.domain.svar import Svar
from rapport.prose.blocks import Footnote, List, Paragraph, Text, passages, plain_passages
from rapport.word.controls import content, controls, is_ticked
from rapport.word.create import create
from rapport.word.fill import Draft, fill
from rapport.word.integrity import BrokenFormError, prove
from rapport.word.ns import child_val, el, get, parse, qn, serialise, text_run, val
from rapport.word.package import Relations, find_part, read_package, write_package
from rapport.word.properties import core_value
from rapport.word.read import WordReader
from rapport.word.underlag import load_parts
from rapport.workflow.load import load

TEMPLATE = ROOT / "mallar" / "2024" / "mall.docx"
DOCUMENT = "word/document.xml"

needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
needs_sdk = pytest.mark.skipif(not shutil.which("ooxml-validator"), reason="ooxml-validator (npm) finns inte här")


@pytest.fixture(scope="module")
def template():
    return read_package(TEMPLATE)


@pytest.fixture(scope="module")
def underlag():
    return load(ROOT / "underlag").underlag


@pytest.fixture(scope="module")
def built(template, underlag, tmp_path_factory):
    target = tmp_path_factory.mktemp("bygge") / "redovisning.docx"
    write_package(target, fill(template, underlag))
    return target


def texts(root):
    """The text of each paragraph, as any other program would read it."""
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in root.iter(qn("w:p"))]


def answers(parts):
    root = parse(parts[DOCUMENT])
    return {tag.removeprefix("svar:"): c for tag, c in controls(root) if tag.startswith("svar:")}


def test_the_template_is_what_its_text_makes(mall, tmp_path):
    create(mall, tmp_path / "mall.docx")
    fresh, kept = read_package(tmp_path / "mall.docx"), read_package(TEMPLATE)
    assert fresh.keys() == kept.keys()
    assert [name for name in fresh if fresh[name] != kept[name]] == []


def test_the_template_carries_the_form_word_for_word_and_nothing_else(mall, template):
    expected = [mall.titel]
    for omrade in mall.omraden:
        expected += [omrade.rubrik, omrade.meddelande, *(i.text for i in omrade.instruktioner)]
        for fraga in omrade.fragor_i_formularet:
            expected += [fraga.ren_text]
            for part in fraga.delfragor or [fraga]:
                expected += [part.ren_text] if fraga.delfragor else []
                expected += [f"{kryss} ☐" for kryss in part.kryss]
                expected += [part.foljdtext] if part.foljdtext else []
                expected += ["Klicka eller tryck här för att ange text."]
    assert texts(parse(template[DOCUMENT])) == expected


def test_the_form_agrees_with_the_official_text(mall):
    source = ROOT.parent / "shared" / "formular-2024.md"
    if not source.is_file():
        pytest.skip("formulärets text finns inte här (../shared/formular-2024.md)")
    official = source.read_text("utf-8")
    for omrade in mall.omraden:
        assert f"## {omrade.nummer}. {omrade.rubrik}\n\n{omrade.meddelande}\n" in official
        assert all(f"\n{instruktion.text}\n" in official for instruktion in omrade.instruktioner)
        for fraga in omrade.fragor:
            assert f"**{fraga.id}** {fraga.text}\n" in official
    assert all(f"[^{number}]: {text}" in official for number, text in mall.fotnoter.items())
    limits = {omrade.nummer: omrade.maxtecken for omrade in mall.omraden}
    assert limits == {1: 11000, 2: 15000, 3: 15000, 4: 11000, 5: 8000, 6: 5000}
    assert len(mall.fraga_by_id) == 31


def test_the_template_has_its_footnotes_boxes_and_headings(template):
    root, notes = parse(template[DOCUMENT]), parse(template["word/footnotes.xml"])
    assert len(list(root.iter(qn("w:footnoteReference")))) == 8
    assert [text for text in texts(notes) if text].count(" Ibid.") == 4
    tags = [tag for tag, _ in controls(root)]
    assert len([tag for tag in tags if tag.startswith("kryss:")]) == 9
    assert len([tag for tag in tags if tag.startswith("svar:")]) == 31
    assert len(set(tags)) == 40
    styles = [p.style.name for p in docx.Document(str(TEMPLATE)).paragraphs]
    assert (styles.count("Title"), styles.count("Heading 1"), styles.count("Heading 2")) == (1, 6, 28)


def test_every_answer_stands_under_its_question(built, underlag):
    found = answers(read_package(built))
    assert set(found) == set(underlag.mall.fraga_by_id)
    for fraga, svar in underlag.svar_by_fraga.items():
        notes = [i for passage in passages(svar.blocks) for i in passage if isinstance(i, Footnote)]
        hidden = {text for note in notes for text in plain_passages(note.paragraphs)}
        expected = [text for text in plain_passages(svar.blocks) if text not in hidden]
        assert [text for text in texts(found[fraga]) if text] == expected


def test_the_right_boxes_are_ticked(built):
    ticked = {tag for tag, c in controls(parse(read_package(built)[DOCUMENT])) if is_ticked(c)}
    assert ticked == {"kryss:5.1a:ja", "kryss:5.1b:ja", "kryss:5.1c:ja", "kryss:5.1d:ej-aktuellt"}


def test_the_real_report_stands_word_for_word(real_report, template):
    underlag = load(real_report).underlag
    found = answers(fill(template, underlag, Draft("UTKAST")))
    for fraga, svar in underlag.svar_by_fraga.items():
        assert [text for text in texts(found[fraga]) if text] == list(plain_passages(svar.blocks))
    assert texts(found["3.1"]) == ["Klicka eller tryck här för att ange text."]


def test_header_properties_and_language(built, underlag):
    document = docx.Document(str(built))
    header = document.sections[0].header.paragraphs[0].text
    assert header == "Region Sundmark · Redovisning för 2025 · Diarienummer RUN/214/2025"
    properties = document.core_properties
    assert properties.title == f"{underlag.mall.titel} · Region Sundmark 2025"
    assert properties.language == "sv-SE"
    assert 'w:lang w:val="sv-SE"' in read_package(built)["word/styles.xml"].decode()


def test_the_header_can_be_left_out(template, underlag):
    parts = fill(template, replace(underlag, sidhuvud=False))
    assert not [name for name in parts if "header" in name]


def test_a_draft_says_so_on_the_page(template, underlag):
    parts = fill(template, replace(underlag, sidhuvud=False), Draft("UTKAST – 3 fel återstår"))
    assert texts(parse(parts["word/header-rapport.xml"])) == ["UTKAST – 3 fel återstår"]


def first_page_of(parts):
    """Return what stands at the head and the foot of the first page alone, each as the texts of its paragraphs."""
    section = next(parse(parts[DOCUMENT]).iter(qn("w:sectPr")))
    relations = Relations(parts, DOCUMENT)
    assert section.find(qn("w:titlePg")) is not None
    found = {r.tag: relations.by_id(get(r, "r:id")) for r in section if get(r, "w:type") == "first"}
    head, foot = (found.get(qn(f"w:{kind}Reference")) for kind in ("header", "footer"))
    return texts(parse(parts[f"word/{head}"])), texts(parse(parts[f"word/{foot}"])) if foot else None


def test_the_first_page_says_in_large_whose_report_it_is(template, underlag):
    parts = fill(template, underlag)
    head, foot = first_page_of(parts)
    assert head == ["Region Sundmark", "Redovisning för 2025 · Diarienummer RUN/214/2025"]
    assert foot == texts(parse(parts["word/footer1.xml"])) == ["Sida 1 av 1"]
    assert load_parts(parts, "a.docx", underlag.mall).underlag.svar_by_fraga.keys() == underlag.svar_by_fraga.keys()
    head, _ = first_page_of(fill(template, underlag, Draft("UTKAST")))
    assert head == ["Region Sundmark", "UTKAST · Redovisning för 2025 · Diarienummer RUN/214/2025"]


def changed_section(template, change):
    root = parse(template[DOCUMENT])
    change(next(root.iter(qn("w:sectPr"))))
    return {**template, DOCUMENT: serialise(root)}


def own_first_page(section):
    section.append(el("w:titlePg"))


def own_header(section):
    section.insert(0, el("w:headerReference", {"w:type": "default", "r:id": "rId90"}))


@pytest.mark.parametrize("change", [own_first_page, own_header])
def test_a_form_that_has_its_own_first_page_or_header_keeps_it(template, underlag, change):
    form = changed_section(template, change)
    if change is own_header:
        relations = "word/_rels/document.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
        mine = f'<Relationship Id="rId90" Type="{kind}" Target="egen.xml"/></Relationships>'
        form[relations] = form[relations].replace(b"</Relationships>", mine.encode())
        form["word/egen.xml"] = serialise(el("w:hdr", None, el("w:p", None, text_run("Myndigheten"))))
    parts = fill(form, underlag)
    assert "word/header-rapport-1.xml" not in parts
    shown = "word/header-rapport.xml" if change is own_first_page else "word/egen.xml"
    assert texts(parse(parts[shown]))[-1] == "Region Sundmark · Redovisning för 2025 · Diarienummer RUN/214/2025"


def test_a_form_without_a_footer_gets_none_on_the_first_page(template, underlag):
    form = changed_section(template, lambda section: section.remove(section.find(qn("w:footerReference"))))
    head, foot = first_page_of(fill(form, underlag))
    assert (head[0], foot) == ("Region Sundmark", None)


def test_another_footer_on_the_first_page_is_never_let_through(template, underlag):
    parts = fill(template, underlag)
    foot = parts["word/footer-rapport-1.xml"].replace(b"Sida ", b"Sidan ")
    with pytest.raises(BrokenFormError, match="sidfoten"):
        prove(template, {**parts, "word/footer-rapport-1.xml": foot}, underlag)


def test_the_same_report_gives_the_same_document(template, underlag):
    one, two = fill(template, underlag), fill(template, underlag)
    volatile = {"docProps/core.xml", "docProps/custom.xml"}  # hold the time
    assert [name for name in one if one[name] != two[name] and name not in volatile] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("strategiskt viktigaste", "viktigaste"),
        ("sammantaget 11 000", "sammantaget 12 000"),
        ("Ej aktuellt ", "Inte aktuellt "),
        ("Region Sundmark samlade", "Regionen samlade"),
        ('w:val="Heading2"', 'w:val="Heading9"'),
    ],
)
def test_a_changed_form_or_answer_is_never_let_through(template, underlag, before, after):
    parts = fill(template, underlag)
    assert before in parts[DOCUMENT].decode()
    broken = {**parts, DOCUMENT: parts[DOCUMENT].decode().replace(before, after, 1).encode()}
    with pytest.raises(BrokenFormError):
        prove(template, broken, underlag)


def in_an_answer(root):
    """Return the first paragraph of the first answer."""
    control = next(control for tag, control in controls(root) if tag == "svar:1.1")
    return next(content(control).iter(qn("w:p")))


def with_paragraph_style(root):
    in_an_answer(root).insert(0, el("w:pPr", None, val("w:pStyle", "Okand")))


def with_run_style(root):
    in_an_answer(root).append(el("w:r", None, el("w:rPr", None, val("w:rStyle", "Okand"))))


def with_table_style(root):
    in_an_answer(root).addnext(el("w:tbl", None, el("w:tblPr", None, val("w:tblStyle", "Okand"))))


def with_list(number):
    def change(root):
        properties = el("w:numPr", None, val("w:ilvl", "0"), val("w:numId", number))
        in_an_answer(root).insert(0, el("w:pPr", None, properties))

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (with_paragraph_style, "formatmallen.*Okand.*saknas"),
        (with_run_style, "formatmallen.*Okand.*saknas"),
        (with_table_style, "formatmallen.*Okand.*saknas"),
        (with_list("9999"), "listan.*9999.*saknas"),
    ],
    ids=["stycke", "tecken", "tabell", "lista"],
)
def test_what_an_answer_uses_and_the_template_lacks_is_never_let_through(template, underlag, change, words):
    parts = fill(template, underlag)
    root = parse(parts[DOCUMENT])
    change(root)
    with pytest.raises(BrokenFormError, match=words):
        prove(template, {**parts, DOCUMENT: serialise(root)}, underlag)


def test_a_paragraph_that_is_in_no_list_is_let_through(template, underlag):
    """List number 0 is how Word says so."""
    parts = fill(template, underlag)
    root = parse(parts[DOCUMENT])
    with_list("0")(root)
    prove(template, {**parts, DOCUMENT: serialise(root)}, underlag)


def test_two_controls_of_one_number_are_never_let_through(template, underlag):
    def with_one_number(parts):
        root = parse(parts[DOCUMENT])
        first, second, *_ = (control.find(f"{qn('w:sdtPr')}/{qn('w:id')}") for _, control in controls(root))
        second.set(qn("w:val"), first.get(qn("w:val")))
        return {**parts, DOCUMENT: serialise(root)}

    prove(template, fill(template, underlag), underlag)
    with pytest.raises(BrokenFormError, match="samma nummer"):
        prove(with_one_number(template), with_one_number(fill(template, underlag)), underlag)


def test_a_swapped_footnote_is_never_let_through(template, underlag):
    parts = fill(template, underlag)
    notes = parts["word/footnotes.xml"].decode().replace(" Ibid.", " Samma.", 1).encode()
    with pytest.raises(BrokenFormError):
        prove(template, {**parts, "word/footnotes.xml": notes}, underlag)


def test_footnotes_are_numbered_in_reading_order(built):
    """LibreOffice takes the notes by rising id, not by the id that is referred to."""
    references = parse(read_package(built)[DOCUMENT]).iter(qn("w:footnoteReference"))
    assert [get(reference, "w:id") for reference in references] == [str(n) for n in range(1, 13)]


def test_lists_have_their_own_numbers_and_starts(template, underlag):
    three = parse_blocks("3. tre\n4. fyra\n\ntext\n\n1. ett\n   - under")
    svar = {"1.1": Svar(fraga="1.1", blocks=three)}
    parts = fill(template, replace(underlag, svar_by_fraga=svar))
    numbering = parse(parts["word/numbering.xml"])
    starts = [get(e, "w:val") for e in numbering.iter(qn("w:startOverride"))]
    assert starts == ["3", "1", "1"]
    used = [get(e, "w:val") for e in answers(parts)["1.1"].iter(qn("w:numId"))]
    assert used[0] == used[1] != used[2] != used[3]


def parse_blocks(text):
    from rapport.prose.markdown import parse as parse_markdown

    return parse_markdown(text).blocks


@settings(max_examples=settings().max_examples // 3)
@given(blocks)
def test_any_answer_can_be_built(document):
    """Filling proves itself; the validator must agree."""
    underlag = load(ROOT / "underlag").underlag
    svar = {"5.2": Svar(fraga="5.2", blocks=document)}
    parts = fill(read_package(TEMPLATE), replace(underlag, svar_by_fraga=svar))
    assert len(list(parse(parts[DOCUMENT]).iter(qn("w:sdt")))) == 40


def test_signs_that_xml_cannot_hold_do_not_stop_a_draft(template, underlag):
    svar = {"1.1": Svar(fraga="1.1", blocks=(Paragraph((Text("a\x0cb"),)),))}
    parts = fill(template, replace(underlag, svar_by_fraga=svar), Draft("UTKAST"))
    assert texts(answers(parts)["1.1"]) == ["a\ufffdb"]


def test_the_first_validator_finds_no_fault(built):
    result = OpenXmlValidator().validate(str(built))
    assert result.is_valid, result.errors


@needs_sdk
@pytest.mark.parametrize("which", ["template", "built"])
def test_the_open_xml_sdk_finds_no_fault(which, built):
    file = TEMPLATE if which == "template" else built
    run = subprocess.run(["ooxml-validator", str(file)], capture_output=True, text=True, check=False)  # noqa: S607
    assert '"ok": true' in run.stdout, run.stdout


def libreoffice_count(file, folder):
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "odt",
    ]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=120)
    meta = zipfile.ZipFile(folder / f"{file.stem}.odt").read("meta.xml").decode()
    return int(re.search(r'meta:character-count="(\d+)"', meta)[1])


@needs_libreoffice
def test_libreoffice_counts_the_same(template, underlag, tmp_path):
    """Its known differences: no tab after a label, no mark inside a note, and a note's number digit by digit."""
    document = re.sub(rb"<w:footerReference[^>]*/>", b"", template[DOCUMENT])  # its page numbers are counted too
    bare = {**template, DOCUMENT: document}
    underlag = replace(underlag, sidhuvud=False)
    write_package(tmp_path / "full.docx", fill(bare, underlag))
    write_package(tmp_path / "tom.docx", fill(bare, replace(underlag, svar_by_fraga={})))
    difference = libreoffice_count(tmp_path / "full.docx", tmp_path) - libreoffice_count(
        tmp_path / "tom.docx", tmp_path
    )
    ours = sum(underlag.tecken_i(omrade) for omrade in underlag.mall.omraden)
    items = sum(1 for svar in underlag.svar_by_fraga.values() for _ in items_in(svar.blocks))
    notes = sum(isinstance(i, Footnote) for s in underlag.svar_by_fraga.values() for p in passages(s.blocks) for i in p)
    two_digit_numbers = 8 + notes - 9
    assert (items, notes) == (51, 4)
    assert difference == ours - items - notes + two_digit_numbers


def items_in(blocks):
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                yield item
                yield from items_in(item.blocks)


@needs_libreoffice
def test_libreoffice_keeps_the_text_and_looks_of_a_first_paragraph(template, underlag, tmp_path):
    """A rich text control would lose bold, links and the place of the note here."""
    svar = {"1.1": Svar(fraga="1.1", blocks=parse_blocks("**Fet** början[^1] och [länk](https://x.se).\n\n[^1]: Not."))}
    write_package(tmp_path / "a.docx", fill(template, replace(underlag, svar_by_fraga=svar)))
    libreoffice_count(tmp_path / "a.docx", tmp_path)
    content = zipfile.ZipFile(tmp_path / "a.odt").read("content.xml").decode()
    assert "text-input" not in content
    assert ">Fet</text:span> början<text:note " in content
    assert 'xlink:href="https://x.se"' in content


def test_a_document_is_written_the_same_every_time(tmp_path, template):
    write_package(tmp_path / "a.docx", template)
    write_package(tmp_path / "b.docx", read_package(tmp_path / "a.docx"))
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_parts_that_are_not_changed_stay_byte_for_byte(template, underlag):
    parts = fill(template, underlag)
    changed = {name for name in template if parts[name] != template[name]}
    assert changed == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        DOCUMENT,
        "word/_rels/document.xml.rels",
        "word/footnotes.xml",
        "word/numbering.xml",
    }
    assert serialise(parse(template["word/styles.xml"]))  # parses


def test_a_short_table_is_never_parted_by_the_end_of_a_page(built):
    """Every row but the last is kept with the one below it."""
    parts = answers(read_package(built))
    found = [table for fraga in ("3.4", "5.1b") for table in parts[fraga].iter(qn("w:tbl"))]
    assert len(found) == 2
    for table in found:
        rows = [list(row.iter(qn("w:p"))) for row in table.iter(qn("w:tr"))]
        held = [all(p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for p in row) for row in rows]
        assert held == [True] * (len(rows) - 1) + [False]


def test_the_title_is_the_forms_own(template, underlag):
    """Another form, another title: none stands in the code."""
    titel = "Frågor om kulturplanen"
    mall = underlag.mall.model_copy(update={"titel": titel})
    parts = fill(template, replace(underlag, redovisning=replace(underlag.redovisning, mall=mall)))
    assert core_value(parts, "dc:title") == f"{titel} · Region Sundmark 2025"
    code = "".join(file.read_text("utf-8") for file in (ROOT / "rapport").rglob("*.py"))
    assert "Redovisning av det regionala" not in code


TABLE = "| Insats | Belopp |\n|---|--:|\n| Kurs | 12 |\n| **Summa** | 12 |"


def test_bold_in_the_header_row_of_a_table_is_the_styles(template, underlag):
    """Bold on the runs would be read back as the writer's own, and come into the YAML as **Insats**."""
    svar = {"1.1": Svar(fraga="1.1", blocks=parse_blocks(TABLE))}
    parts = fill(template, replace(underlag, svar_by_fraga=svar))
    (table,) = answers(parts)["1.1"].iter(qn("w:tbl"))
    header, *rows = table.findall(qn("w:tr"))
    assert [texts(header), [next(iter(texts(row))) for row in rows]] == [["Insats", "Belopp"], ["Kurs", "Summa"]]
    assert list(header.iter(qn("w:b"))) == []
    assert len(list(rows[1].iter(qn("w:b")))) == 1  # the writer's own is on the run
    look = table.find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    assert get(look, "w:firstRow") == "1"
    styles = parse(parts["word/styles.xml"])
    used = child_val(table, "w:tblPr/w:tblStyle")
    (style,) = [s for s in styles.iter(qn("w:style")) if get(s, "w:styleId") == used]
    (first_row,) = [p for p in style.findall(qn("w:tblStylePr")) if get(p, "w:type") == "firstRow"]
    bold = first_row.find(f"{qn('w:rPr')}/{qn('w:b')}")
    assert bold is not None
    assert get(bold, "w:val") not in ("0", "false", "off")
    assert load_parts(parts, "a.docx", underlag.mall).underlag.svar_by_fraga["1.1"].blocks == parse_blocks(TABLE)


def test_a_template_without_lists_and_notes_gets_them(template, underlag):
    """Neither part is there: both are made, and entered in the package's books."""
    bare = {name: part for name, part in template.items() if name not in ("word/footnotes.xml", "word/numbering.xml")}
    for name, pattern in (
        (DOCUMENT, rb"<w:footnoteReference [^>]*/>"),
        ("word/styles.xml", rb"<w:numPr>.*?</w:numPr>"),
        ("word/_rels/document.xml.rels", rb'<Relationship [^>]*"(?:footnotes|numbering)\.xml"[^>]*/>'),
        ("[Content_Types].xml", rb'<Override [^>]*"/word/(?:footnotes|numbering)\.xml"[^>]*/>'),
    ):
        bare[name], times = re.subn(pattern, b"", bare[name])
        assert times
    document = parse_blocks("1. ett\n2. två[^1]\n\n[^1]: Not.")
    svar = {"5.2": Svar(fraga="5.2", blocks=document)}
    parts = fill(bare, replace(underlag, svar_by_fraga=svar))
    for name in ("footnotes", "numbering"):
        assert find_part(parts, name) == f"word/{name}.xml"
        assert f'PartName="/word/{name}.xml"' in parts["[Content_Types].xml"].decode()
    reader = WordReader(parts)
    assert reader.blocks(content(dict(controls(reader.root))["svar:5.2"])) == document
