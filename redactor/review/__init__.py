"""People answer: what the reviewer sees, in which order, who may decide what, and what still stands in the way of a
release. Pure: it knows no database and no screen.
"""
