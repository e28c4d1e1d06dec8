"""Users and sign-in only: who a person is and how they prove it. Posts and mandates live above.

Signing in is by user name or mobile number and password. What happens at the door is kept in a
security log of its own for at least six months (网络安全法23); it is not the trail.
"""
