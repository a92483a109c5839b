"""The site around the pages: what a page's template reads, what a page is built from, what readers search."""
