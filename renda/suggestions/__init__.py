"""代表建议、批评和意见: what a deputy puts forward, and what organs must answer in the legal time
(代表法24, 36, 51–52; 组织法42).

A suggestion is handed to one or more organs; each has a `Handling` of its own, and the
suggestion's state follows from them.
"""
