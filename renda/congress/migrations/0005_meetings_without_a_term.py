from django.db import migrations, models
from django.db.models import deletion


class Migration(migrations.Migration):

    dependencies = [
        ('congress', '0004_organs'),
    ]

    operations = [
        migrations.AlterField(
            model_name='sitting',
            name='term',
            field=models.ForeignKey(blank=True, null=True, on_delete=deletion.PROTECT, related_name='sittings', to='congress.term', verbose_name='term'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.CheckConstraint(condition=models.Q(('term__isnull', False), ('year__isnull', False), _connector='OR'), name='meeting_in_term_or_year'),
        ),
    ]
