"""The finder: which pitfalls a pasted text shows. `site/static/finder.js` does the same, step by step."""
