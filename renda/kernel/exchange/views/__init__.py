"""The pages of the exchange: the tables that files come into, one run, and lists going out."""
