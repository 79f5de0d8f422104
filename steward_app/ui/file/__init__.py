"""Station 1: how the file was read."""
