"""What surrounds a page: rail, top bar, status line, toast, overlays, menus."""
