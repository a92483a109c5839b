"""Sanctions, and who stands where on them."""
