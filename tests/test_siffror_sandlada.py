"""What must never run: every way out of a template engine that is known, refused in words before it is tried."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapport.figures.evaluate import Evaluator
from rapport.figures.tables import Tables
from rapport.prose.blocks import Figur, Table, Text, plain_passages
from rapport.prose.expression import Fault

ESCAPES = [
    # attributes that lead from a value to Python's insides
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ [].__class__.__base__ }}",
    "{{ arenden.__class__.__init__.__globals__ }}",
    "{{ arenden.tabell.rader }}",
    "{{ arenden['__class__'] }}",
    "{{ arenden[0] }}",
    "{{ ''['__cla' ~ 'ss__'] }}",
    r"{{ ''['\x5f\x5fclass\x5f\x5f'] }}",
    "{{ (1).__class__ }}",
    "{{ arenden | attr('__class__') }}",
    "{{ arenden | map(attribute='__class__') | list }}",
    "{{ arenden | selectattr('x') }}",
    "{{ arenden | groupby('__class__') }}",
    "{{ arenden | sort(attribute='__class__') }}",
    "{{ arenden | xmlattr }}",
    # globals and objects that an environment hands out
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__.__globals__ }}",
    "{{ config }}",
    "{{ request.application.__globals__ }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ dict(a=1) }}",
    "{{ range(10**9) }}",
    "{{ arenden() }}",
    "{{ arenden.tabell.model_copy() }}",
    "{{ antal(arenden) }}",
    "{{ ''.format(arenden) }}",
    "{{ '{0.__class__}'.format(1) }}",
    "{{ '{0.__class__}' | format(1) }}",
    "{{ '%s' % arenden }}",
    "{{ arenden | string }}",
    "{{ arenden | safe }}",
    "{{ arenden | pprint }}",
    "{{ arenden | tojson }}",
    # statements and comments
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{% set x = 1 %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% extends 'a' %}",
    "{% macro m() %}{% endmacro %}",
    "{% if arenden %}1{% endif %}",
    "{% raw %}{{ arenden }}{% endraw %}",
    "{% debug %}",
    "{# arenden #}",
    # what may grow without end
    "{{ 10 ** 10 ** 10 }}",
    "{{ 9999999999 * 9999999999 * (arenden | antal) }}",
    "{{ 'a' * 10000000000 }}",
    "{{ [0] * 10000000000 }}",
    "{{ arenden | center(1000000000) }}",
    "{{ 'a' | replace('a', 'aaaaaaaa') }}",
    "{{ 1e999 + (arenden | antal) }}",
    "{{ " + "9" * 590 + " + (arenden | antal) }}",
    "{{ (arenden | antal) / 0 }}",
    "{{ arenden | antal | tal(1000000000) }}",
    "{{ arenden | antal | tal(-1) }}",
    "{{ " + "(" * 280 + "1" + ")" * 280 + " }}",
    "{{ " + "1+" * 280 + "(arenden | antal) }}",
    "{{ arenden" + " | antal" * 70 + " }}",
    "{{ arenden | dar(program=[" + '"ERUF",' * 60 + "]) | antal }}",
    # grammar that is not ours
    "{{ arenden if arenden else 1 }}",
    "{{ arenden and 1 }}",
    "{{ not arenden }}",
    "{{ arenden is defined }}",
    "{{ 1 in arenden }}",
    "{{ arenden == arenden }}",
    "{{ {'a': 1} }}",
    "{{ [arenden] }}",
    "{{ (arenden, arenden) }}",
    "{{ arenden ~ arenden }}",
    "{{ arenden[1:2] }}",
    "{{ -(arenden | antal) }}",
    "{{ arenden | dar(*[1]) | antal }}",
    "{{ arenden | dar(**{'program': 'ERUF'}) | antal }}",
    "{{ arenden | dar(program=arenden) | antal }}",
    "{{ arenden | dar(program=''.__class__) | antal }}",
    "{{ arenden | dar(program=[[1]]) | antal }}",
    "{{ arenden | dar(program=['ERUF', none]) | antal }}",
    "{{ arenden | dar(program='ERUF')(1) }}",
    "{{ arenden | summa('belopp', 'belopp', 'belopp') }}",
    "{{ arenden | summa(kolumn=arenden.namn) }}",
    "{{ arenden | summa('__class__') }}",
    "{{ arenden | dar(__class__=1) | antal }}",
    "{{ arenden; arenden }}",
    "{{ arenden }} }}{{",
    "{{ 'ERUF' }}",
    "{{ true }}",
    "{{ none }}",
    "{{ 5 }}",
    "{{ }}",
    "{{}}",
    "{{",
    "{{ 'a }}",
    "{{ \x00 }}",
    "{{ loop }}",
    "{{ caller() }}",
    "{{ varargs }}",
    "{{ _ }}",
    "{{ super() }}",
]


@dataclass(frozen=True)
class Rendered:
    """A text with its expressions evaluated: what they gave, what was wrong, and how all of it reads."""

    figures: list[Figur | Table]
    faults: list[Fault]
    plain: str

    @classmethod
    def of(cls, text, expressions):
        shown = [expression.shown for expression in expressions]
        figures = [one for one in shown if isinstance(one, Figur | Table)]
        plain, at = "", 0
        for expression in expressions:
            plain += text[at : expression.start] + words(expression.shown)
            at = expression.end
        return cls(figures, [e.fault for e in expressions if e.fault], plain + text[at:])


def words(shown):
    return shown.text if isinstance(shown, Text) else "\n".join(filter(None, plain_passages((shown,))))


@pytest.fixture
def render(tmp_path):
    (tmp_path / "siffror").mkdir()
    (tmp_path / "siffror" / "arenden.csv").write_text("Program;Belopp;Dag\nERUF;5;2025-05-13\n", "utf-8")
    evaluate = Evaluator(Tables(tmp_path))
    return lambda text: Rendered.of(text, evaluate(text))


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_way_out(render, escape):
    rendered = render(f"Före. {escape}")
    assert rendered.faults
    assert rendered.figures == []
    for fault in rendered.faults:
        assert fault.message.endswith(".")
        assert fault.hint
        assert fault.excerpt in escape
        assert f"Före. {escape}"[fault.start :].startswith(fault.excerpt)
    assert "{{" not in rendered.plain.replace("\\{", "")


def test_nothing_is_compiled(render, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("compiled")

    render("{{ arenden | antal }}")  # everything is imported
    with monkeypatch.context() as patch:
        for name in ("compile", "exec", "eval"):
            patch.setattr(f"builtins.{name}", refuse)
        assert render("{{ arenden | summa('belopp') | kr }}").plain == "5\u00a0kr"
        assert render("{{ ''.__class__ }}").faults


TOKENS = st.sampled_from(
    [
        *("arenden", "|", "|", "|", "(", ")", ",", "=", "+", "-", "*", "/", "1", "0", "2.5", "none", "true", "[", "]"),
        *("dar", "antal", "summa", "medel", "storst", "minst", "unika", "per", "andel", "kr", "tkr", "mnkr", "procent"),
        *("tal", "antal_i_ord", "datum", "lista", "tabell", "program", "belopp", "'ERUF'", "'belopp'", "'dag'", "''"),
        *("summa=", "antal=", "per=", "enhet=", "'kr'", "(1)", "('belopp')", "(program='ERUF')", "(per='program')"),
    ]
)
FILTERED = st.sampled_from(
    [
        *("antal", "andel", "kr", "tkr", "mnkr", "procent", "tal", "antal_i_ord", "datum", "lista", "tabell"),
        *("summa('belopp')", "medel('belopp')", "storst('dag')", "minst('belopp')", "unika('dag')", "per('belopp')"),
        *("dar(program='ERUF')", "dar(belopp=true)", "dar(belopp=none)", "dar(belopp=5.5)", "dar(dag=2025)"),
        *("tabell(per='dag', summa=['belopp'])", "tabell(per='belopp', enhet=['kr'])", "dar(dag=[])", "kr(none)"),
        *("antal_i_ord(['en'])", "tal('x')", "tal(true)", "unika(none)", "andel('belopp')", "tabell(per=1)"),
    ]
)


@given(
    st.lists(TOKENS, max_size=12).map(" ".join)
    | st.lists(FILTERED, max_size=5).map(lambda filters: " | ".join(["arenden", *filters]))
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_expression_is_a_figure_or_a_fault(render, expression):
    rendered = render(f"{{{{ {expression} }}}}")
    assert len(rendered.figures) + len(rendered.faults) == 1
    for figure in rendered.figures:
        assert words(figure)
        assert figure.trace.uttag


def test_very_many_expressions_end(render):
    wrong = render("{{ a }}" * 8_000)
    assert 0 < len(wrong.faults) <= 100
    many = render("{{ arenden | antal }}" * 2_000)
    assert len(many.figures) == 200
    assert "fler än 200" in many.faults[-1].message
    assert many.plain.startswith("1" * 200 + "‹")
    assert render("{{'" * 20_000).faults


def test_very_many_different_expressions_end(render):
    for first in range(0, 1_000, 200):
        assert render("".join(f"{{{{ arenden | antal + {first + n} }}}}" for n in range(200))).faults == []
    rendered = render("{{ arenden | antal }} {{ arenden | antal + 1 }}")
    assert [fault.message.startswith("Redovisningen har fler än") for fault in rendered.faults] == [True]
