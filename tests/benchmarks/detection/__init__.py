"""How well the program finds people, numbers and facts in labelled papers, and how much it leaves standing.

The papers are generated from hand-written templates and name lists. Train, dev and test share neither a template nor a
name, and nobody tunes on test. Everybody in them is invented.
"""
