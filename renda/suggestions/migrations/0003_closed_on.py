"""The day on which what is closed already was judged, from the trail."""

from datetime import timedelta, timezone

from django.db import migrations

BEIJING = timezone(timedelta(hours=8))


def fill(apps, _editor):
    """The last judgement that closed it; a matter without one keeps no day."""
    Event = apps.get_model("trail", "Event")
    Suggestion = apps.get_model("suggestions", "Suggestion")
    for row in Suggestion.objects.filter(state="closed", closed_on=None).iterator():
        judged = Event.objects.filter(
            subject_type="suggestions.suggestion",
            subject_id=row.pk,
            action="suggestions.judge",
            after="closed",
        )
        last = judged.order_by("-pk").values_list("at", flat=True).first()
        if last is not None:
            Suggestion.objects.filter(pk=row.pk).update(closed_on=last.astimezone(BEIJING).date())


class Migration(migrations.Migration):
    """Only rows; the column came with the one before."""

    dependencies = [("suggestions", "0002_organs"), ("trail", "0001_initial")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
