from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import blocks

from rapport.prose.markdown import parse
from rapport.prose.render import render


@settings(max_examples=200, deadline=None)
@given(blocks)
def test_blocks_survive_markdown(document):
    again = parse(render(document))
    assert [problem for problem in again.problems if problem.is_error] == []
    assert again.blocks == document


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab å*_[]()<>|-#1.\n\n \\`^:&;!~=+\t"), max_size=60))
def test_markdown_is_stable_once_read(text):
    once = render(parse(text).blocks)
    assert render(parse(once).blocks) == once
