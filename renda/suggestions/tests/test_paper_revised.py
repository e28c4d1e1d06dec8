"""A deputy on paper whose suggestion was returned: the office enters the revised paper."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from renda.kernel import moment
from renda.kernel.pages.keys import new_key
from renda.kernel.permits.refusal import Refused
from renda.kernel.trail.verify import faults
from renda.suggestions import lifecycle
from renda.suggestions.actions import register_on_paper
from renda.suggestions.demo.telling import blank_sheet
from tests.life import CLERK, WORDS, Life, scan

pytestmark = pytest.mark.django_db


def test_the_revised_paper_takes_the_place_of_the_old_words(client, city):
    clerk, mandate = city.actor(CLERK), city.mandates["hewan", "秦二柱"]
    first = register_on_paper(
        by=clerk, mandate=mandate, fields=dict(WORDS), paper=scan(city), on=None
    )
    lifecycle.return_for_revision(first, by=clerk, reason="请写明地点。")
    first.refresh_from_db()
    said = {
        "key": new_key(),
        "version": first.version,
        "scan": SimpleUploadedFile("改后.png", blank_sheet(200), content_type="image/png"),
        "signed_name": "秦二柱",
        "on": moment.today().isoformat(),
        "title": "关于修复隆泉镇路灯的建议",
        "problem": "隆泉镇七个小区的路灯不亮。",
        "requests": ["六月底前修复。"],
        "category": "towns",
    }
    client.force_login(city.users[CLERK])
    assert client.get(f"/hewan/suggestions/{first.pk}/").status_code == 200
    assert client.post(f"/hewan/suggestions/{first.pk}/submit/", said).status_code == 302
    first.refresh_from_db()
    assert (first.state, first.title) == ("submitted", "关于修复隆泉镇路灯的建议")
    assert first.requests == ["六月底前修复。"]
    assert list(faults()) == []


def test_only_organs_of_this_congress_are_assigned(city):
    life = Life(city).accepted()
    town = city.organ("狼湾镇人民政府", "langwan")
    with pytest.raises(Refused):
        lifecycle.assign(life.fresh(), by=life.clerk, organs={town: "lead"})
    delegation = city.bodies["hewan", "临湾区代表团"]
    with pytest.raises(Refused):
        lifecycle.assign(life.fresh(), by=life.clerk, organs={delegation: "lead"})
