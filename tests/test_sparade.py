"""Tracked changes and comments: each is listed with who made it and where, and a document is read either way."""

import random
import shutil
import subprocess
import time

import mangle
import pytest
from smadokument import document, p, r
from sparade_fall import FALL, JONAS, SARA, by, gone, ins, mark, note, own, row, table
from test_document import ANSWERS, BUILT, read

from rapport.prose.blocks import plain_passages
from rapport.prose.render import render
from rapport.prose.tidy import tidy
from rapport.word.comments import comments, comments_in
from rapport.word.ns import NAMESPACES, el, parse, qn, serialise
from rapport.word.package import DOCUMENT, read_package
from rapport.word.read import WordReader, contents
from rapport.word.resolve import accepted, is_tracked, rejected
from rapport.word.tracked import tracked_changes

# What LibreOffice does otherwise, and why ours is right.
OTHERWISE = {
    "infogat i ett fält": "the date of today takes the place of the stored one",
    "infogat i en innehållskontroll": "a control of many paragraphs is one paragraph there, and keeps the insertion",
    "sista stycket i en kontroll sammanslaget": "it has no controls around paragraphs, so nothing parts them",
    "ekvation infogad": "an equation is an object there, and saved in another place",
}


def blocks(parts):
    reader = WordReader(parts)
    return tidy(reader.blocks(reader.body))


def markdown(parts):
    return render(blocks(parts)).removesuffix("\n")


def made(tmp_path, body, notes=()):
    return read_package(document(tmp_path / "d.docx", body, notes))


def listed(tmp_path, body, notes=()):
    changes = tracked_changes(made(tmp_path, body, notes))
    return [(c.author, c.slag, c.text, c.stycke, c.plats) for c in changes if c.plats != "slutnot"]


@pytest.mark.parametrize("name", FALL)
def test_a_document_is_read_accepted_and_rejected(name, tmp_path):
    fall = FALL[name]
    parts = made(tmp_path, fall.body, fall.notes)
    assert (markdown(accepted(parts)), markdown(rejected(parts))) == (fall.accepted, fall.rejected)


@pytest.mark.parametrize("name", FALL)
def test_nothing_is_tracked_any_more_and_each_change_was_listed(name, tmp_path):
    fall = FALL[name]
    parts = made(tmp_path, fall.body, fall.notes)
    assert bool(tracked_changes(parts)) == is_tracked(parts) == (name != "inget spårat")
    for settled in (accepted(parts), rejected(parts)):
        assert not is_tracked(settled)
        assert accepted(settled) == rejected(settled) == settled


def test_a_document_without_changes_is_the_same_byte_for_byte():
    assert accepted(BUILT) == rejected(BUILT) == BUILT


@pytest.mark.parametrize("seed", range(150))
def test_any_text_written_and_cut_by_anybody_is_what_the_pieces_say(seed, tmp_path):
    """Pieces and paragraph ends, each as it was, come or gone: what is left either way is known from the start."""
    chance = random.Random(seed)
    stories = {"accepted": "", "rejected": ""}
    body = ""
    for number in range(chance.randint(1, 9)):
        runs = []
        for _ in range(chance.randint(0, 4)):
            state, text = chance.choice(["", "ins", "del", "both"]), f"{chance.choice('abcåäö')}{number}"
            runs.append({"": r, "ins": ins, "del": gone, "both": lambda t: ins(gone(t, author=JONAS))}[state](text))
            stories["accepted"] += text if state in ("", "ins") else ""
            stories["rejected"] += text if state in ("", "del") else ""
        end = chance.choice(["", "", "ins", "del"])
        body += p(*runs, properties=mark(end) if end else "")
        stories["accepted"] += "\n" if end != "del" else ""
        stories["rejected"] += "\n" if end != "ins" else ""
    parts = made(tmp_path, body + p("Slut."))
    for settle in (accepted, rejected):
        expected = [line for line in f"{stories[settle.__name__]}Slut.".split("\n") if line]
        assert list(plain_passages(blocks(settle(parts)))) == expected


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) finns inte här")
def test_libreoffice_accepts_and_rejects_to_the_same_text(tmp_path):
    (tmp_path / "ut").mkdir()
    for number, fall in enumerate(FALL.values()):
        document(tmp_path / f"{number:02}.docx", fall.body, fall.notes)
    settled_by_libreoffice(tmp_path)
    differs = set()
    for number, (name, fall) in enumerate(FALL.items()):
        parts = read_package(document(tmp_path / "d.docx", fall.body, fall.notes))
        for settle in (accepted, rejected):
            theirs = read_package(tmp_path / "ut" / f"{settle.__name__}-{number:02}.docx")
            if words(settle(parts)) != words(theirs):
                differs.add(name)
    assert differs == set(OTHERWISE)


def words(parts):
    return [line.strip() for line in plain_passages(blocks(parts)) if line.strip()]


MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Function Opt(n, v)
 Dim one As New com.sun.star.beans.PropertyValue
 one.Name = n
 one.Value = v
 Opt = one
End Function
Sub Settle(folder)
 names = ""
 found = Dir(folder &amp; "/*.docx")
 Do While found &lt;&gt; ""
  names = names &amp; found &amp; "|"
  found = Dir()
 Loop
 For Each name In Split(names, "|")
  If name &lt;&gt; "" Then
   One folder, name, ".uno:AcceptAllTrackedChanges", "accepted-"
   One folder, name, ".uno:RejectAllTrackedChanges", "rejected-"
  End If
 Next
 StarDesktop.terminate()
End Sub
Sub One(folder, name, command, prefix)
 source = ConvertToURL(folder &amp; "/" &amp; name)
 doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, Array(Opt("Hidden", True)))
 dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
 dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
 target = ConvertToURL(folder &amp; "/ut/" &amp; prefix &amp; name)
 doc.storeToURL(target, Array(Opt("FilterName", "MS Word 2007 XML")))
 doc.close(True)
End Sub
</script:module>
"""


def settled_by_libreoffice(folder):
    """Let LibreOffice accept, and reject, all changes of every document in a folder."""
    profile = folder / "profil"
    office = ["soffice", "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    for command in (["--terminate_after_init"], [f'macro:///Standard.Module1.Settle("{folder}")']):
        subprocess.run([*office, *command], check=True, capture_output=True, timeout=300)
        (profile / "user/basic/Standard/Module1.xba").write_text(MACRO, "utf-8")


def test_what_one_author_wrote_in_one_place_is_one_change(tmp_path):
    body = p("Vi ", ins(r("har "), r("fyra")), ins(" mål"), ins(" till", author=JONAS), " nu ", ins("också"), ".")
    assert listed(tmp_path, body) == [
        (SARA, "infogat", "har fyra mål", 1, ""),
        (JONAS, "infogat", " till", 1, ""),
        (SARA, "infogat", "också", 1, ""),
    ]


def test_paragraphs_written_in_one_go_are_one_change(tmp_path):
    body = p("Före.") + p(ins("Ett."), properties=mark("ins")) + p(ins("Två."), properties=mark("ins")) + p("Efter.")
    assert listed(tmp_path, body) == [(SARA, "infogat", "Ett.\nTvå.", 2, "")]


def test_changes_in_notes_stand_where_the_note_is_referred_to(tmp_path):
    body = p("Ett.") + p("Två", note(2), ins(" till"), ".")
    notes = (own(" Källan från ", gone("2023"), "."),)
    assert listed(tmp_path, body, notes) == [
        (SARA, "infogat", " till", 2, ""),
        (SARA, "borttaget", "2023", 2, "fotnot"),
    ]


def test_rows_of_one_author_are_one_change_with_their_text(tmp_path):
    added = f"<w:ins {by()}/>"
    cells = f"<w:tc>{p(ins('1'))}</w:tc><w:tc>{p(ins('2'))}</w:tc>"
    rows = f"<w:tr><w:trPr>{added}</w:trPr>{cells}</w:tr>" * 2
    assert listed(tmp_path, table(row("A", "B"), rows)) == [(SARA, "rad infogad", "1 | 2\n1 | 2", 1, "")]


def test_a_change_is_said_in_one_line(tmp_path):
    (change,) = tracked_changes(made(tmp_path, p("Ett.") + p("Vi har ", ins("fyra projekt"), ".")))
    assert str(change) == "Sara Lind 2024-03-05, stycke 2: infogat ”fyra projekt”"


def test_changes_in_a_form_have_their_question_and_paragraph(mall):
    root = parse(BUILT[DOCUMENT])
    first, *_, last = mangle.answer(root, "3.4").iter(qn("w:p"))
    first.append(el("w:ins", {"w:id": "1", "w:author": SARA}, el("w:r", None, el("w:t"))))
    first[-1][0][0].text = "nytt"
    properties = last.find(qn("w:pPr"))
    if properties is None:
        properties = el("w:pPr")
        last.insert(0, properties)
    properties.append(el("w:rPr", None, el("w:del", {"w:id": "2", "w:author": JONAS})))
    parts = {**BUILT, DOCUMENT: serialise(root)}
    number = len(list(plain_passages(ANSWERS["3.4"])))
    found = [(c.author, c.slag, c.omrade, c.fraga, c.stycke, c.date) for c in tracked_changes(parts, mall)]
    assert found == [
        (SARA, "infogat", 3, "3.4", 1, None),
        (JONAS, "stycke borttaget", 3, "3.4", number, None),
    ]
    findings = [f for f in read(parts).findings if f.rule == "sparade-andringar"]
    assert [(f.fraga, f.place.stycke) for f in findings] == [("3.4", 1), ("3.4", number)]
    assert read(rejected(parts)).underlag.svar_by_fraga["3.4"].text == "\n".join(plain_passages(ANSWERS["3.4"]))


def test_a_form_is_the_same_report_after_its_changes_are_rejected():
    parts = mangle.changes_tracked(BUILT)
    assert {f.rule for f in read(parts).findings} == {"sparade-andringar"}
    assert "sparade-andringar" not in {f.rule for f in read(accepted(parts)).findings}
    assert read(accepted(parts)).underlag.tecken("1.1") == read(parts).underlag.tecken("1.1")


def test_a_comment_stays_where_its_words_went_away(tmp_path):
    inside = f'<w:commentRangeStart w:id="7"/>{r("bort", tag="delText")}<w:commentRangeEnd w:id="7"/>'
    inside += '<w:r><w:commentReference w:id="7"/></w:r>'
    parts = made(tmp_path, p("Kvar ", f"<w:del {by()}>{inside}</w:del>", "här."))
    assert markdown(accepted(parts)) == "Kvar här."
    assert accepted(parts)[DOCUMENT].count(b'w:id="7"') == 3


@pytest.mark.parametrize("is_split", [False, True])
def test_five_thousand_changes_take_no_time(is_split, tmp_path):
    pieces = [ins(f"ord {n} ", author=f"Person {n % 7}") + gone("bort ") for n in range(2_500)]
    body = "".join(p(one, properties=mark("del")) for one in pieces) if is_split else p(*pieces)
    parts = made(tmp_path, body + p("Slut."))
    start = time.perf_counter()
    assert len(tracked_changes(parts)) >= 5_000 - 2_500 * is_split
    assert markdown(accepted(parts)).count("ord") == 2_500
    assert markdown(rejected(parts)).count("bort") == 2_500
    assert time.perf_counter() - start < 10


W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
KIND = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def threads(parts):
    """Give the built document a thread on three words, a settled comment, one at an area and one in no place."""
    root = parse(parts[DOCUMENT])
    paragraph = next(mangle.answer(root, "1.1").iter(qn("w:p")))
    run = el("w:r", None, el("w:t"))
    run[0].text = "fyra projekt"
    around = [el("w:commentRangeStart", {"w:id": n}) for n in "12"]
    after = [el("w:commentRangeEnd", {"w:id": n}) for n in "12"]
    paragraph.extend([*around, run, *after, el("w:commentReference", {"w:id": "3"})])
    said = [
        ("2", "Sara Lind", "Ja.", "0000000B"),
        ("1", "Jonas Berg", "Stämmer det?", "0000000A"),
        ("3", "Sara Lind", "Klart.", "0000000C"),
        ("4", "Bo Ek", "I sidhuvudet.", "0000000D"),
    ]
    notes = "".join(
        f'<w:comment w:id="{n}" w:author="{who}" w:date="2024-03-05T14:02:00Z"><w:p w14:paraId="{para}">'
        f"<w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        for n, who, text, para in said
    )
    extended = (
        '<w15:commentEx w15:paraId="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000C" w15:done="1"/>'
    )
    parts = mangle.related(
        mangle.commented(parts),
        "word/_rels/document.xml.rels",
        f'Id="rIdX" Type="{KIND}" Target="commentsExtended.xml"',
    )
    spaces = f'xmlns:w="{NAMESPACES["w"]}" xmlns:w14="{NAMESPACES["w14"]}"'
    return {
        **parts,
        DOCUMENT: serialise(root),
        "word/comments.xml": f"<w:comments {spaces}>{notes}</w:comments>".encode(),
        "word/commentsExtended.xml": f'<w15:commentsEx xmlns:w15="{W15}">{extended}</w15:commentsEx>'.encode(),
    }


def test_comments_are_said_with_paragraph_words_and_replies(mall):
    parts = threads(BUILT)
    assert [str(comment) for comment in comments(parts, mall)] == [
        "Jonas Berg, stycke 1 (”fyra projekt”): Stämmer det?",
        "Sara Lind svarar Jonas Berg: Ja.",
        "Sara Lind, stycke 1, löst: Klart.",
        "Bo Ek: I sidhuvudet.",
    ]
    assert [comment.fraga for comment in comments(parts, mall)] == ["1.1", "1.1", "1.1", None]
    assert {comment.date for comment in comments(parts, mall)} == {"2024-03-05T14:02:00Z"}
    kommentar = read(parts).underlag.svar_by_fraga["1.1"].kommentar
    assert kommentar.splitlines() == [str(comment) for comment in comments(parts, mall)][:3]


def test_a_thread_that_answers_itself_ends():
    extended = '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="0000000B"/>'
    extended += '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>'
    whole = f'<w15:commentsEx xmlns:w15="{W15}">{extended}</w15:commentsEx>'.encode()
    parts = {**threads(BUILT), "word/commentsExtended.xml": whole}
    assert len([f for f in read(parts).findings if f.rule == "kommentar"]) == 4


def test_hidden_text_is_found_in_cells_and_notes_too(tmp_path):
    hidden = r("dolt", "<w:vanish/>")
    reader = WordReader(
        made(
            tmp_path,
            table(row("A"), f"<w:tr><w:tc>{p('B ', hidden)}</w:tc></w:tr>") + p("C", note(2)),
            (own(" D ", hidden),),
        )
    )
    reader.blocks(reader.body)
    assert reader.hidden == ["dolt", "dolt"]


def test_a_comment_in_a_note_stands_where_the_note_is_referred_to(tmp_path):
    notes = (own('<w:commentRangeStart w:id="1"/>', " Källan.", '<w:commentRangeEnd w:id="1"/>'),)
    parts = mangle.commented(made(tmp_path, p("Ett.") + p("Två", note(2), "."), notes))
    reader = WordReader(parts)
    standing = [(1, "1.1", number, reader.block(element)) for number, element in enumerate(contents(reader.body), 1)]
    assert [str(comment) for comment in comments_in(parts, standing)] == ["Jonas Berg, stycke 2: Stämmer summan?"]
