"""Clocks: they run while their subject rests in certain states, and keep the law of their start.

A row is never changed to another date: an extension, a restart or a recount writes a new row that
replaces the old one, which stays to be read. Callers hold the subject's row lock.
"""

from renda.kernel.clock.running.clocks import Clock, restart, start
from renda.kernel.clock.running.extending import extend
from renda.kernel.clock.running.rows import replace
from renda.kernel.clock.running.stopping import stop, undo

__all__ = ["Clock", "extend", "replace", "restart", "start", "stop", "undo"]
