"""Days that differ, published years, local rules, deadlines."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="PublishedYear",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("imported_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["year"],
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("congress_id", models.PositiveBigIntegerField(db_index=True, null=True)),
                ("notice_year", models.PositiveSmallIntegerField()),
                ("day", models.DateField()),
                ("is_working", models.BooleanField()),
                ("name", models.CharField(max_length=40)),
                ("source", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["day"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("congress_id", "day"), name="one_day_per_congress"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("congress_id", None)),
                        fields=("day",),
                        name="one_day_per_country",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LocalRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("congress_id", models.PositiveBigIntegerField()),
                ("key", models.CharField(max_length=80)),
                ("amount", models.SmallIntegerField()),
                ("unit", models.CharField(max_length=3)),
            ],
            options={
                "ordering": ["congress_id", "key"],
                "constraints": [
                    models.UniqueConstraint(fields=("congress_id", "key"), name="one_rule_per_key"),
                    models.CheckConstraint(
                        condition=models.Q(("unit__in", ["wd", "cwd", "d", "cd", "m", "h"])),
                        name="rule_unit_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("congress_id", models.PositiveBigIntegerField()),
                ("subject_type", models.CharField(max_length=60)),
                ("subject_id", models.PositiveBigIntegerField()),
                ("name", models.CharField(max_length=60)),
                ("span", models.CharField(max_length=12)),
                ("cites", models.CharField(max_length=120)),
                ("started_on", models.DateField()),
                ("started_at", models.DateTimeField(null=True)),
                ("statutory_on", models.DateField()),
                ("latest_on", models.DateField()),
                ("at", models.DateTimeField(null=True)),
                ("is_provisional", models.BooleanField(default=False)),
                ("stopped_on", models.DateField(null=True)),
                ("started_by", models.PositiveBigIntegerField(null=True)),
                ("stopped_by", models.PositiveBigIntegerField(null=True)),
                ("is_void", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True)),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="clock.deadline",
                    ),
                ),
            ],
            options={
                "ordering": ["statutory_on", "id"],
                "indexes": [
                    models.Index(
                        fields=["congress_id", "stopped_on", "statutory_on"],
                        name="deadlines_by_statutory",
                    ),
                    models.Index(
                        fields=["congress_id", "stopped_on", "latest_on"],
                        name="deadlines_by_latest",
                    ),
                    models.Index(
                        fields=["subject_type", "subject_id"], name="deadlines_of_subject"
                    ),
                    models.Index(fields=["started_by"], name="deadlines_started_by"),
                    models.Index(fields=["stopped_by"], name="deadlines_stopped_by"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_void", False), ("stopped_on", None)),
                        fields=("subject_type", "subject_id", "name"),
                        name="one_running_deadline",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("latest_on__gte", models.F("statutory_on"))),
                        name="latest_not_before_statutory",
                    ),
                ],
            },
        ),
    ]
