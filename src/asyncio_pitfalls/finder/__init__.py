"""The finder: which pitfalls a pasted text shows. The site's `finder.js` does the same, step by step."""
