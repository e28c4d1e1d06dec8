"""Local options: what the law leaves to the place and is no length of time (that is `clock.rules`):
a yes or no, a choice, a list, a number, an hour. Declared in code with its usual value; a congress
sets its own."""
