"""What becomes of a place: it is entered, renamed, moved, ended; what it was stays to be asked."""

from renda.congress.actions.regions.adding import add_region
from renda.congress.actions.regions.ending import end_region
from renda.congress.actions.regions.moving import move_region
from renda.congress.actions.regions.naming import rename_region
from renda.congress.actions.regions.paths import put_paths_back, put_regions

__all__ = [
    "add_region",
    "end_region",
    "move_region",
    "put_paths_back",
    "put_regions",
    "rename_region",
]
