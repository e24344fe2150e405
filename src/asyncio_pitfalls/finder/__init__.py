"""The finder: which pitfalls a pasted text shows. `pitfalls_site/static/finder.js` does the same, step by step."""
