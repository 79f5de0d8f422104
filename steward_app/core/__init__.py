"""The nouns of Steward: what everything else is said in. No Qt, no disk, no clock, no globals."""
