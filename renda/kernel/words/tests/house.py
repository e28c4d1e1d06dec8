"""A small house to read: two files with every way of saying something."""

from pathlib import Path

TEMPLATE = """{% load i18n %}
{% comment %}{% translate "Never said" %}{% endcomment %}
   {% if a %}
 it's a line with a quote and (a bracket {% translate "Assign" %}
     {% else %}
  {% blocktranslate trimmed %}
      Two lines
      are one.
  {% endblocktranslate %}
{% endif %}
{% translate "May" context "month" %} {{ _("Hello") }} <a title="{% translate 'Hand back' %}">
{% blocktranslate count n=n with name=who %}{{ name }} has {{ n }} day{% plural %}\
{{ name }} has {{ n }} days{% endblocktranslate %}
{% blocktranslate context "of a form" %}100% done by {{ who }}{% endblocktranslate %}
{% firstof problem _("Something else") %}
"""
MODULE = '''"""A module."""
from django.utils.translation import gettext_lazy as _, ngettext, npgettext, pgettext

FIRST = _("Talk with "
          "the deputy.")
SECOND = ngettext("%d item", "%d items", 2)
THIRD = pgettext("a verb", "Reply")
FOURTH = npgettext("a verb", "%d act", "%d acts", 2)
NOT_ONE = ("Not said",)
'''


def build(root: Path) -> Path:
    """Write it down."""
    for name, text in {
        "templates/a.html": TEMPLATE,
        "renda/a.py": MODULE,
        "renda/tests/test_a.py": MODULE.replace("%d item", "%d never"),
        "elsewhere/a.py": MODULE.replace("%d item", "%d elsewhere"),
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
