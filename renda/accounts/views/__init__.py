"""The pages of the door, and of one's own account.

Where something is guessed at (passwords, codes, second factors), the views are not `@act`: a
wrong guess must stay counted, and a refused act takes back whatever it wrote.
"""
