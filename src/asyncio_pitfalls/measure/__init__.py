"""Measures what the project promises: times of builds, steadiness of the evidence, quality of the site.

Nothing here is part of the site or of the command; the Makefile calls it.
"""
