"""Asyncio pitfalls: every failure and every fix executed on every supported CPython.

Data flows one way: claims and scripts -> runner -> evidence -> pages and finder.
"""
