"""An invented notice for 2027, in the form of a year's file."""

import json

DAYS = [
    ("元旦", "2027-01-01", True),
    ("元旦", "2027-01-02", True),
    ("元旦", "2027-01-03", True),
    ("春节", "2027-02-05", True),
    ("春节", "2027-02-06", True),
    ("春节", "2027-02-08", True),
    ("春节", "2027-02-20", False),
    ("劳动节", "2027-05-01", True),
    ("国庆节", "2027-10-01", True),
    ("国庆节", "2027-10-02", True),
    ("国庆节", "2027-10-03", True),
]


def year_file(days=DAYS, year=2027, papers=("国办发明电〔2026〕0号",)):
    """The text of such a file."""
    listed = [{"name": name, "date": day, "isOffDay": off} for name, day, off in days]
    return json.dumps({"year": year, "papers": list(papers), "days": listed})
