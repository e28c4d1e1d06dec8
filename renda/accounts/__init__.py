"""Users and sign-in only: who a person is and how they prove it. Posts and mandates live above.

Signing in is by user name or mobile number and password; the office lets people in by a slip, and
a second factor stands behind the password where a rule asks for it. What happens at the door is
kept in a security log of its own for at least six months (网络安全法23); it is not the trail.

For the floors above: `actions` (make, invite, close, rename, reset: each told in the trail of the
congress whose administrator acts), `slips` (the sheet to print, shown once), `second_factor`
(`register` who must have one; `holders`), `queries.invited_until`, `security.record`.
"""
