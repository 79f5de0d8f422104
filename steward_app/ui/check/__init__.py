"""Station 4: the problems, the rows they are in, and what to do about each."""
