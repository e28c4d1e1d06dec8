"""Prove that nothing was altered, or name the first fault."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from renda.kernel.trail.models import Chain
from renda.kernel.trail.verify import erasures, faults


class Command(BaseCommand):
    """./run verify [--anchors FILE]"""

    help = "Prove that the trail is whole, or name the first fault (exit 1)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which anchors to hold against."""
        parser.add_argument("--anchors", type=Path, help="an anchor file kept outside the database")

    def handle(self, *args: Any, anchors: Path | None, **options: Any) -> None:
        """Print the count of events, or the first fault."""
        if anchors and not anchors.is_file():
            raise CommandError(f"{anchors} is not there. Name the anchor file you kept.")
        fault = next(faults(anchors), None)
        if fault:
            raise CommandError(f"NOT WHOLE. {fault}")
        chains = Chain.objects.order_by("congress_id")
        total = sum(chain.seq for chain in chains)
        self.stdout.write(f"Whole: {total} events in {len(chains)} chains.")
        for said in erasures():
            self.stdout.write(f"Erased: {said}.")
