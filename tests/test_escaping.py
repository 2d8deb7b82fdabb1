"""What templates put out is escaped as Jinja2 does it, character by character."""

from __future__ import annotations

import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import Markup

from edition.escaping import escape


class Linked:
    def __html__(self) -> str:
        return "<a>Huế</a>"


@given(st.text(alphabet=st.sampled_from("ab<>&\"'é ") | st.characters()) | st.integers() | st.none())
def test_text_and_numbers_are_escaped_as_by_the_library(value: object) -> None:
    assert escape(value) == markupsafe.escape(value)


@pytest.mark.parametrize("value", [Markup("<b>&amp;</b>"), Linked()])
def test_markup_stays_as_it_is(value: object) -> None:
    assert escape(value) == markupsafe.escape(value)


def test_what_a_template_has_not_been_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        escape(StrictUndefined(name="title"))
