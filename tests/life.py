"""Playing a suggestion up to a state, for tests: always through the steps."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from renda.deputies.cast import HOUSING
from renda.deputies.demo import Cast
from renda.kernel.moment import today
from renda.kernel.papers.keeping import keep
from renda.suggestions import handling, lifecycle
from renda.suggestions.actions import begin_draft
from renda.suggestions.demo.telling import blank_sheet
from renda.suggestions.evaluating import Judgement, needs_judgement
from renda.suggestions.models import Handling, Suggestion

CLERK, DEPUTY, POLICE = "白玥琪", "乌仁托娅", "市公安局"
WORDS = {
    "title": "关于修复路灯的建议",
    "problem": "七个小区的路灯不亮。",
    "requests": ["六月底前修复。", "公布报修电话。"],
    "category": "towns",
    "is_open": True,
}


class Life:
    """One suggestion in the making; each method takes the next step and returns itself."""

    def __init__(self, city: Cast, *, deputy: str = DEPUTY, **words: Any) -> None:
        self.city, self.deputy = city, deputy
        self.suggestion: Suggestion = begin_draft(
            by=city.actor(deputy),
            mandate=city.mandates["hewan", deputy],
            fields={**WORDS, **words},
        )

    @property
    def clerk(self) -> Any:
        """The office."""
        return self.city.actor(CLERK)

    @property
    def sponsor(self) -> Any:
        """The deputy."""
        return self.city.actor(self.deputy)

    def fresh(self) -> Suggestion:
        """The row as it is now."""
        self.suggestion = Suggestion.objects.get(pk=self.suggestion.pk)
        return self.suggestion

    def part(self, organ: str = HOUSING) -> Handling:
        """One organ's handling as it is now."""
        return Handling.objects.exclude(state__in=["void", "merged"]).get(
            suggestion=self.suggestion, organ__name=organ
        )

    def submitted(self) -> "Life":
        """提交."""
        lifecycle.submit(self.fresh(), by=self.sponsor)
        return self

    def accepted(self) -> "Life":
        """受理编号."""
        lifecycle.accept(self.submitted().fresh(), by=self.clerk)
        return self

    def assigned(self, **parts: str) -> "Life":
        """交办: to the housing bureau unless `parts` says otherwise."""
        organs = {self.city.organ(n): p for n, p in (parts or {HOUSING: "lead"}).items()}
        lifecycle.assign(self.accepted().fresh(), by=self.clerk, organs=organs)
        return self

    def received(self, organ: str = HOUSING) -> "Life":
        """签收."""
        handling.receive(self.part(organ), by=self.city.handler(organ))
        return self

    def heard(self, organ: str = HOUSING) -> "Life":
        """沟通."""
        handling.log_contact(
            self.part(organ),
            by=self.city.handler(organ),
            held_on=today(),
            way="visit",
            summary="当面听取意见。",
        )
        return self

    def answered(self, organ: str = HOUSING, text: str = "已列入计划。") -> "Life":
        """答复."""
        handling.reply(self.part(organ), by=self.city.handler(organ), text=text, result="B")
        return self

    def replied(self) -> "Life":
        """The whole way to the reply of one lead organ."""
        return self.assigned().received().heard().answered()

    def judged(self, result: str = "satisfied", reason: str = "") -> "Life":
        """评价."""
        rows = [h for h in self.fresh().answering if needs_judgement(h)]
        said = [Judgement(h.pk, "satisfied", result, reason) for h in rows]
        lifecycle.judge(self.fresh(), by=self.sponsor, judgements=said)
        return self

    def closed(self) -> "Life":
        """办结."""
        return self.replied().judged()

    def published(self) -> "Life":
        """公开."""
        lifecycle.publish(self.closed().fresh(), by=self.clerk)
        return self


def scan(city: Cast) -> Any:
    """A signed paper, scanned."""
    file = SimpleUploadedFile("扫描件.png", blank_sheet(), content_type="image/png")
    return keep(
        congress_id=city.congresses["hewan"].pk, uploaded_file=file, uploaded_by=city.actor(CLERK)
    )
