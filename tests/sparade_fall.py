"""Small documents with tracked changes, as Word writes them, and what they say when all are accepted or all rejected.

Each case is a body, the Markdown of it accepted and of it rejected, and perhaps footnotes.
"""

from itertools import count
from typing import NamedTuple

from smadokument import item, p, r, within

_ids = count(100)
SARA, JONAS = "Sara Lind", "Jonas Berg"


class Fall(NamedTuple):
    """One document and how it is to be read."""

    body: str
    accepted: str
    rejected: str
    notes: tuple[str, ...] = ()


def by(author=SARA, date="2024-03-05T14:02:00Z"):
    """Return the attributes of a tracked change."""
    return f'w:id="{next(_ids)}" w:author="{author}" w:date="{date}"'


def around(tag, *content, author=SARA):
    """Return a tracked change around runs; text is made a run, of deleted text where it is deleted."""
    gone = "delText" if tag == "del" else "t"
    runs = "".join(one if one.startswith("<") else r(one, tag=gone) for one in content)
    return f"<w:{tag} {by(author)}>{runs}</w:{tag}>"


def ins(*content, author=SARA):
    """Return an insertion."""
    return around("ins", *content, author=author)


def gone(*content, author=SARA):
    """Return a deletion."""
    return around("del", *content, author=author)


def mark(tag, author=SARA):
    """Return the run properties of a paragraph's mark that is tracked."""
    return f"<w:rPr><w:{tag} {by(author)}/></w:rPr>"


def table(*rows):
    """Return a table; a row is its cells, or its properties and its cells."""
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>{"".join(rows)}</w:tbl>'


def row(*cells, properties=""):
    """Return a row; a cell that is no XML is made one with its text."""
    looks = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{looks}{''.join(one if one.startswith('<w:tc>') else cell(p(one)) for one in cells)}</w:tr>"


def cell(*content, properties=""):
    """Return a cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/>{properties}</w:tcPr>{"".join(content)}</w:tc>'


def changed(kind, before, after=""):
    """Return properties that are tracked: what they are, and what they were."""
    return f"<w:{kind}>{after}<w:{kind}Change {by()}><w:{kind}>{before}</w:{kind}></w:{kind}Change></w:{kind}>"


def note(number):
    """Return the run that refers to a footnote."""
    return within(f'<w:footnoteReference w:id="{number}"/>')


def own(*content, properties=""):
    """Return a footnote's first paragraph."""
    return p(within("<w:footnoteRef/>"), *content, properties=properties)


def control(*content, tag="egen"):
    """Return a content control."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{"".join(content)}</w:sdtContent></w:sdt>'


def range_mark(name, number, end="Start"):
    """Return the begin or the end of a tracked range."""
    attributes = by().partition(" ")[2] if end == "Start" else ""
    return f'<w:{name}Range{end} w:id="{number}" {attributes}/>'


def _tracked_control(kind):
    start, end = range_mark(kind, 900), range_mark(kind, 900, "End")
    start_2, end_2 = range_mark(kind, 901), range_mark(kind, 901, "End")
    return start + control(end, p("Inuti."), start_2) + end_2


FALL = {
    "inget spårat": Fall(p("Oförändrad text."), "Oförändrad text.", "Oförändrad text."),
    "infogade ord": Fall(p("Vi har ", ins("tre "), "mål."), "Vi har tre mål.", "Vi har mål."),
    "borttagna ord": Fall(p("Vi har ", gone("tre "), "mål."), "Vi har mål.", "Vi har tre mål."),
    "ersatta ord": Fall(p("Vi har ", gone("tre"), ins("fyra"), " mål."), "Vi har fyra mål.", "Vi har tre mål."),
    "delat i flera körningar": Fall(p("A", ins(r("b"), r("c", "<w:b/>")), ins("d"), "E"), "Ab**c**dE", "AE"),
    "infogat av en, borttaget av en annan": Fall(
        p("Stöd ", ins(r("till "), gone("många ", author=JONAS), r("företag")), "."), "Stöd till företag.", "Stöd ."
    ),
    "flyttat stycke": Fall(
        p(
            range_mark("moveFrom", 1),
            around("moveFrom", "Flyttas."),
            range_mark("moveFrom", 1, "End"),
            properties=mark("moveFrom"),
        )
        + p("Står kvar.")
        + p(
            range_mark("moveTo", 2),
            around("moveTo", "Flyttas."),
            range_mark("moveTo", 2, "End"),
            properties=mark("moveTo"),
        )
        + p("Slut."),
        "Står kvar.\n\nFlyttas.\n\nSlut.",
        "Flyttas.\n\nStår kvar.\n\nSlut.",
    ),
    "flyttat inom stycket": Fall(
        p("Ett ", around("moveFrom", "två "), "tre ", around("moveTo", "två "), "fyra"),
        "Ett tre två fyra",
        "Ett två tre fyra",
    ),
    "delat stycke": Fall(p("Första.", properties=mark("ins")) + p("Andra."), "Första.\n\nAndra.", "Första.Andra."),
    "sammanslagna stycken": Fall(
        p("Första. ", properties=mark("del")) + p("Andra."), "Första. Andra.", "Första.&#32;\n\nAndra."
    ),
    "tre stycken sammanslagna": Fall(
        p("Ett ", properties=mark("del")) + p("två ", properties=mark("del")) + p("tre."),
        "Ett två tre.",
        "Ett&#32;\n\ntvå&#32;\n\ntre.",
    ),
    "helt infogat stycke": Fall(
        p("Före.") + p(ins("Nytt."), properties=mark("ins")) + p("Efter."),
        "Före.\n\nNytt.\n\nEfter.",
        "Före.\n\nEfter.",
    ),
    "helt borttaget stycke": Fall(
        p("Före.") + p(gone("Gammalt."), properties=mark("del")) + p("Efter."),
        "Före.\n\nEfter.",
        "Före.\n\nGammalt.\n\nEfter.",
    ),
    "infogat sist i dokumentet": Fall(
        p("Före.", properties=mark("ins")) + p(ins("Nytt sist.")), "Före.\n\nNytt sist.", "Före."
    ),
    "sista styckets märke infogat": Fall(
        p("Före.") + p(ins("Nytt sist."), properties=mark("ins")), "Före.\n\nNytt sist.", "Före."
    ),
    "mitt i ett stycke till mitt i nästa borttaget": Fall(
        p("Vi har arbetat", gone(" länge."), properties=mark("del")) + p(gone("Och vi har haft"), " framgång."),
        "Vi har arbetat framgång.",
        "Vi har arbetat länge.\n\nOch vi har haft framgång.",
    ),
    "stycke infogat av en och borttaget av en annan": Fall(
        p("Före.")
        + p(ins(gone("Kort liv.", author=JONAS)), properties=f"<w:rPr><w:ins {by()}/><w:del {by(JONAS)}/></w:rPr>")
        + p("Efter."),
        "Före.\n\nEfter.",
        "Före.\n\nEfter.",
    ),
    "borttaget stycke före tabell": Fall(
        p(gone("Rubrik till tabellen."), properties=mark("del")) + table(row("A", "B"), row("1", "2")),
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        "Rubrik till tabellen.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |",
    ),
    "märke borttaget före tabell men text kvar": Fall(
        p("Text kvar.", properties=mark("del")) + table(row("A"), row("1")),
        "Text kvar.\n\n| A |\n| --- |\n| 1 |",
        "Text kvar.\n\n| A |\n| --- |\n| 1 |",
    ),
    "punkt infogad i lista": Fall(
        item(2, "Ett") + item(2, ins("Två"), mark=f"<w:ins {by()}/>") + item(2, "Tre"),
        "- Ett\n- Två\n- Tre",
        "- Ett\n- Tre",
    ),
    "punkt borttagen i numrerad lista": Fall(
        item(1, "Ett") + item(1, gone("Två"), mark=f"<w:del {by()}/>") + item(1, "Tre"),
        "1. Ett\n2. Tre",
        "1. Ett\n2. Två\n3. Tre",
    ),
    "numrering infogad": Fall(
        p("Punkt.", properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/><w:ins {by()}/></w:numPr>'),
        "- Punkt.",
        "Punkt.",
    ),
    "stycket gjort till punkt": Fall(
        p(
            "Punkt.",
            properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
            f"<w:pPrChange {by()}><w:pPr/></w:pPrChange>",
        ),
        "- Punkt.",
        "Punkt.",
    ),
    "fetstil satt": Fall(
        p("En ", f"<w:r>{changed('rPr', '', '<w:b/>')}<w:t>viktig</w:t></w:r>", " sak."),
        "En **viktig** sak.",
        "En viktig sak.",
    ),
    "fetstil borttagen": Fall(
        p("En ", f"<w:r>{changed('rPr', '<w:b/>')}<w:t>viktig</w:t></w:r>", " sak."),
        "En viktig sak.",
        "En **viktig** sak.",
    ),
    "dold text var synlig": Fall(
        p("Synlig.", f'<w:r>{changed("rPr", "", "<w:vanish/>")}<w:t xml:space="preserve"> Dold.</w:t></w:r>'),
        "Synlig.",
        "Synlig. Dold.",
    ),
    "styckets märke formaterat och infogat": Fall(
        p("Ett.", properties=f"<w:rPr><w:ins {by()}/><w:b/><w:rPrChange {by()}><w:rPr/></w:rPrChange></w:rPr>")
        + p("Två."),
        "Ett.\n\nTvå.",
        "Ett.Två.",
    ),
    "rad infogad": Fall(
        table(row("A", "B"), row(cell(p(ins("1"))), cell(p(ins("2"))), properties=f"<w:ins {by()}/>"), row("3", "4")),
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |",
        "| A | B |\n| --- | --- |\n| 3 | 4 |",
    ),
    "rad borttagen": Fall(
        table(row("A", "B"), row(cell(p(gone("1"))), cell(p(gone("2"))), properties=f"<w:del {by()}/>"), row("3", "4")),
        "| A | B |\n| --- | --- |\n| 3 | 4 |",
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |",
    ),
    "hela tabellen infogad": Fall(
        p("Före.")
        + table(
            row(cell(p(ins("A"))), properties=f"<w:ins {by()}/>"), row(cell(p(ins("1"))), properties=f"<w:ins {by()}/>")
        )
        + p("Efter."),
        "Före.\n\n| A |\n| --- |\n| 1 |\n\nEfter.",
        "Före.\n\nEfter.",
    ),
    "cell infogad": Fall(
        table(
            row("A", cell(p(ins("B")), properties=f"<w:cellIns {by()}/>")),
            row("1", cell(p(ins("2")), properties=f"<w:cellIns {by()}/>")),
        ),
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
        "| A |\n| --- |\n| 1 |",
    ),
    "cell borttagen": Fall(
        table(
            row("A", cell(p(gone("B")), properties=f"<w:cellDel {by()}/>")),
            row("1", cell(p(gone("2")), properties=f"<w:cellDel {by()}/>")),
        ),
        "| A |\n| --- |\n| 1 |",
        "| A | B |\n| --- | --- |\n| 1 | 2 |",
    ),
    "celler sammanfogade": Fall(
        table(
            row("A", cell(p("B"), properties=f'<w:cellMerge {by()} w:vMerge="rest"/>')),
            row("1", cell(p(""), properties=f'<w:cellMerge {by()} w:vMerge="cont"/>')),
        ),
        "| A | B |\n| --- | --- |\n| 1 |  |",
        "| A | B |\n| --- | --- |\n| 1 |  |",
    ),
    "tabellens utseende ändrat": Fall(
        table(row("A"), row("1")).replace("<w:tblPr/>", changed("tblPr", '<w:tblW w:w="0" w:type="auto"/>')),
        "| A |\n| --- |\n| 1 |",
        "| A |\n| --- |\n| 1 |",
    ),
    "infogad fotnot": Fall(
        p("Text", ins(note(2)), "."),
        "Text[^1].\n\n[^1]: Källan.",
        "Text.",
        notes=(own(" Källan."),),
    ),
    "ändring i fotnot": Fall(
        p("Text", note(2), "."),
        "Text[^1].\n\n[^1]: Källan från 2024.",
        "Text[^1].\n\n[^1]: Källan från 2023.",
        notes=(own(" Källan från ", gone("2023"), ins("2024"), "."),),
    ),
    "stycke borttaget i fotnot": Fall(
        p("Text", note(2), "."),
        "Text[^1].\n\n[^1]: Ett.",
        "Text[^1].\n\n[^1]: Ett.\n\n    Två.",
        notes=(own(" Ett.", properties=mark("del")) + p(gone("Två.")),),
    ),
    "infogat i ett fält": Fall(
        p(
            within('<w:fldChar w:fldCharType="begin"/>')
            + within("<w:instrText> DATE </w:instrText>")
            + within('<w:fldChar w:fldCharType="separate"/>'),
            gone("1 mars"),
            ins("2 mars"),
            within('<w:fldChar w:fldCharType="end"/>'),
            " slut",
        ),
        "2 mars slut",
        "1 mars slut",
    ),
    "borttagen länk i ett fält": Fall(
        p(
            "Se ",
            gone(
                within('<w:fldChar w:fldCharType="begin"/>'),
                within('<w:delInstrText> HYPERLINK "https://exempel.se/" </w:delInstrText>'),
                within('<w:fldChar w:fldCharType="separate"/>'),
                "sidan",
                within('<w:fldChar w:fldCharType="end"/>'),
            ),
            "här.",
        ),
        "Se här.",
        "Se [sidan](https://exempel.se/)här.",
    ),
    "infogat i en länk": Fall(
        p("Se ", f'<w:hyperlink w:anchor="a">{r("den ")}{ins("nya ")}{r("sidan")}</w:hyperlink>', "."),
        "Se den nya sidan.",
        "Se den sidan.",
    ),
    "infogat i en innehållskontroll": Fall(
        control(p("Ett ", ins("nytt "), "ord."), p(ins("Och ett stycke."), properties=mark("ins")), p("Slut.")),
        "Ett nytt ord.\n\nOch ett stycke.\n\nSlut.",
        "Ett ord.\n\nSlut.",
    ),
    "sista stycket i en kontroll sammanslaget": Fall(
        control(p("Inuti."), p("Sist.", properties=mark("del"))) + p("Utanför."),
        "Inuti.\n\nSist.\n\nUtanför.",
        "Inuti.\n\nSist.\n\nUtanför.",
    ),
    "infogad kontroll": Fall(p("A") + _tracked_control("customXmlIns"), "A\n\nInuti.", "A\n\nInuti."),
    "borttagen kontroll": Fall(p("A") + _tracked_control("customXmlDel"), "A\n\nInuti.", "A\n\nInuti."),
    "kontroll inne i infogning": Fall(p("Ett ", ins(control(r("två "))), "tre"), "Ett två tre", "Ett tre"),
    "ändring i textruta": Fall(
        p(
            "Text.",
            within(
                f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('Ruta ', gone('gammal'), ins('ny'))}"
                "</w:txbxContent></v:textbox></v:shape></w:pict>"
            ),
        ),
        "Text.\n\nRuta ny",
        "Text.\n\nRuta gammal",
    ),
    "tecken och tabbar borttagna": Fall(
        p("A", gone(within("<w:tab/>"), within("<w:noBreakHyphen/>")), "B"), "AB", "A\t‑B"
    ),
    "radbrytning infogad": Fall(p("Ett", ins(within("<w:br/>")), "två"), "Ett\\\ntvå", "Etttvå"),
    "ekvation infogad": Fall(
        p("Summan ", ins("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), " kr."), "Summan a+b kr.", "Summan  kr."
    ),
    "bokmärke mellan sammanslagna stycken": Fall(
        p("Ett ", properties=mark("del")) + '<w:bookmarkEnd w:id="5"/>' + p("två."), "Ett två.", "Ett&#32;\n\ntvå."
    ),
    "märke borttaget, tomt stycke efter": Fall(
        p("Text.", properties=mark("del")) + p(gone("Bort.")), "Text.", "Text.\n\nBort."
    ),
    "avsnittets format ändrat": Fall(
        p("Text.", properties=f"<w:sectPr><w:sectPrChange {by()}><w:sectPr/></w:sectPrChange></w:sectPr>") + p("Mer."),
        "Text.\n\nMer.",
        "Text.\n\nMer.",
    ),
}
