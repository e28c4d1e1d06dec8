"""Who comes to the imports at all: whoever may take one table in."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from renda.kernel.exchange.models import ImportRun
from renda.kernel.exchange.table import TABLES, Table
from renda.kernel.permits.actor import Actor
from renda.kernel.permits.who import who


@who(_("whoever keeps a register that files come into"))
def takes_files_in(actor: Actor, _subject: object) -> bool:
    """As each table says."""
    return any(table.to(actor) for table in TABLES.values())


def table_for(actor: Actor, key: str) -> Table:
    """The table, for whoever takes it in. Raises Http404 for anybody else."""
    table = TABLES.get(key)
    if table is None or not table.to(actor):
        raise Http404
    return table


def run_for(actor: Actor, pk: int) -> tuple[ImportRun, Table]:
    """A run of this congress with its table. Raises Http404 for one that is not this actor's."""
    run = ImportRun.objects.filter(pk=pk, congress_id=actor.congress_id).first()
    if run is None:
        raise Http404
    return run, table_for(actor, run.table)
