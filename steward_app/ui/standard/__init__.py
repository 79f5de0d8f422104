"""Station 2: which standard the file follows."""
