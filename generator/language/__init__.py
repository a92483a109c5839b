"""From an article to its findings: one component a file, the order of all in `order.py`."""
