"""A change of a register that a step made may stand in the trail of another congress."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def of_their_steps(apps, _schema):
    """So far they stood in the trail of the step."""
    changes = apps.get_model("lifecycle", "RegisterChange")
    taken = apps.get_model("lifecycle", "Taken").objects.filter(pk=OuterRef("taken_id"))
    changes._base_manager.update(congress_id=Subquery(taken.values("congress_id")[:1]))


class Migration(migrations.Migration):
    """Adds the congress."""

    dependencies = [("lifecycle", "0002_roster")]

    operations = [
        migrations.AddField(
            "registerchange", "congress_id", models.PositiveBigIntegerField(null=True)
        ),
        migrations.RunPython(of_their_steps, migrations.RunPython.noop),
        migrations.AlterField("registerchange", "congress_id", models.PositiveBigIntegerField()),
    ]
