"""Personal data of one person, through the pages and the command."""
