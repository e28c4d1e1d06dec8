"""Personal data of one person: what every app holds of them, to be copied and erased (PIPL 45, 47).

Each app registers its holdings: what it tells the person, what goes when they are erased, what must
stay and on which ground. The copy and the erasure then know all of them; a domain that keeps
something new about people and registers nothing is found by the test that searches a dump.
"""
