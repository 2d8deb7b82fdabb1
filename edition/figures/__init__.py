"""Figures: map, timeline, network, small multiples. Python works the geometry out, templates draw it.

The same edition gives the same bytes; every figure says in words what it shows and leaves out.
"""
