"""Boxes under headings: found by a word, valid only as far as the rows allow."""

import pytest
from django import forms
from django.template import Context, Template

from renda.congress.models import Term
from renda.kernel.pages.picking import Pick, PickField, grouped

pytestmark = pytest.mark.django_db


class Choose(forms.Form):
    """Some terms."""

    terms = PickField(label="届次", queryset=Term.objects.none(), required=False)

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["terms"].queryset = rows
        picks = [(row.pk, Pick(f"第{row.number}届", "换届")) for row in rows]
        grouped(self.fields["terms"], [("人大", picks)])


@pytest.fixture
def rows(city):
    return Term.objects.filter(congress=city.congresses["hewan"])


def shown(form):
    """The field as the page draws it."""
    template = Template("{% load renda %}{% for field in form %}{% control field %}{% endfor %}")
    return template.render(Context({"form": form}))


def test_choices_stand_under_their_heading_and_know_what_they_are_found_by(rows):
    page = shown(Choose(rows=rows, initial={"terms": [rows[0].pk]}))
    assert page.count("<fieldset") == 1 and "<legend>届次" in page
    assert 'role="group"' in page and ">人大</p>" in page
    assert 'data-finds="第5届 换届"' in page
    assert f'value="{rows[0].pk}" id="id_terms_0_0" checked' in page


def test_words_in_a_choice_are_only_words(rows):
    form = Choose(rows=rows)
    nasty = '"><script>alert(41)</script>'
    grouped(form.fields["terms"], [(nasty, [(rows[0].pk, Pick(nasty, nasty))])])
    assert "<script>" not in shown(form)


@pytest.mark.parametrize("sent", ["9" * 30, "-1", "x", "1e9", ""])
def test_what_is_no_row_is_refused(rows, sent):
    form = Choose({"terms": [sent]}, rows=rows)
    assert not form.is_valid()
    assert list(form.errors) == ["terms"]


def test_a_row_of_another_congress_is_refused(rows, city):
    assert not Choose({"terms": [city.terms["langwan"].pk]}, rows=rows).is_valid()
    assert Choose({"terms": [rows[0].pk]}, rows=rows).is_valid()
