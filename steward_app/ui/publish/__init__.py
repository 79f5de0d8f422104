"""Station 5: what the verdict is, what proves it, and the package."""
