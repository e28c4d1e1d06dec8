"""The work's app: the kernel's own nightly jobs."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Registers what happens each night."""

    name = "renda.kernel.work"
    label = "work"

    def ready(self) -> None:
        """The kernel's own jobs; domains add theirs."""
        from renda.kernel.exchange import sweeping
        from renda.kernel.lifecycle.reminding import remind
        from renda.kernel.papers.sweeping import sweep
        from renda.kernel.trail.anchors import drop_anchors
        from renda.kernel.work import jobs, tidying

        jobs.nightly("remind", remind)
        jobs.nightly("anchors", drop_anchors)
        jobs.nightly("tidy", tidying.tidy)
        jobs.nightly("papers", sweep)
        jobs.nightly("imports", sweeping.sweep)
