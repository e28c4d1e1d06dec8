"""The settings of the killed processes: the house's own, but for files collected beforehand."""

from config.settings import *  # noqa: F403
from config.settings import STORAGES as _STORAGES

_PLAIN = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STORAGES = {**_STORAGES, "staticfiles": _PLAIN}
