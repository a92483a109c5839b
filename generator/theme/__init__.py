"""The look of a site of briefs: a MkDocs theme (entry point `mkdocs.themes`) of hand-written templates, CSS and JS.

Its templates read the page's `PageView` (generator/site/view.py) instead of MkDocs' navigation, so that no page holds a
link to every other. Nothing in it comes from another host, and nothing stands inline: it works under
`Content-Security-Policy: default-src 'self'`.
"""
