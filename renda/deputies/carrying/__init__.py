"""What the deputies' own part of a change of term carries over: seats in bodies and elected posts;
and what all of it will do, to be read before."""
