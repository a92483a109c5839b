"""Who says what: quotations, reporting frames, sources."""
