"""The settings of the journeys' house: the real ones, a rule that a test can switch on, and a page
that shows slips for the whole cast."""

from config.settings import *  # noqa: F403
from config.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "tests.journeys.rule"]
ROOT_URLCONF = "tests.journeys.rule.urls"
