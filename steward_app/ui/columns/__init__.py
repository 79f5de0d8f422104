"""Station 3: which column feeds which field, and what each of its values means."""
