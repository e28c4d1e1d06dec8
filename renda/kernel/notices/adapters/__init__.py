"""The adapters of the house; one file for each outside service."""

from renda.kernel.notices.adapters.file import FileAdapter
from renda.kernel.notices.adapters.http import HttpAdapter
from renda.kernel.notices.adapters.smtp import SmtpAdapter
from renda.kernel.notices.channels import Make

MAKERS: dict[str, Make] = {"file": FileAdapter, "http": HttpAdapter, "smtp": SmtpAdapter}
