"""Frozen records that travel between the rooms of the house; no behaviour beyond what a value needs."""
