"""Explainer briefs: news articles in, verifiable explainer pages out."""

__version__ = "0.1.0"
