"""Rules that belong to the pipeline itself: tokens, sentence bounds and names, mended where news breaks the models."""
