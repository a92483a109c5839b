"""Who wants what of whom, and how it was answered."""
