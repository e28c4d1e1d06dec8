"""The lifecycle: a process is one table of steps, and this package is the only code that moves
a state. It locks the row, asks whether the step is refused, runs its body, moves the state, starts
and stops the clocks, writes one event and the notices, all in one transaction."""
