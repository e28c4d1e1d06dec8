"""Papers."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("congress_id", models.PositiveBigIntegerField(db_index=True)),
                (
                    "kind",
                    models.CharField(choices=[("scan", "Scan")], default="scan", max_length=10),
                ),
                ("subject_type", models.CharField(blank=True, max_length=60)),
                ("subject_id", models.PositiveBigIntegerField(null=True)),
                ("name", models.CharField(max_length=100)),
                ("media_type", models.CharField(max_length=60)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("is_download_only", models.BooleanField(default=False)),
                ("uploaded_by_id", models.PositiveBigIntegerField(null=True)),
                ("uploaded_at", models.DateTimeField()),
                ("is_confidential", models.BooleanField(default=False)),
                ("is_void", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["subject_type", "subject_id"], name="papers_of_subject"),
                    models.Index(fields=["congress_id", "sha256"], name="papers_by_hash"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject_id", None), ("subject_type", "")),
                            models.Q(
                                models.Q(("subject_type", ""), _negated=True),
                                ("subject_id__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="paper_has_a_whole_subject_or_none",
                    )
                ],
            },
        ),
    ]
