"""Reading a stranger's file. It is opened in a process of its own, with little memory and little
time: a sheet of five kilobytes can ask for half a terabyte, and would take the whole server along.

What runs there (`child` and what it imports) knows neither Django nor the database; `opening` is
the side of ours.
"""
