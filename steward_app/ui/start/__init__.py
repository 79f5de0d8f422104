"""Start: drop zone, recent work, practice."""
