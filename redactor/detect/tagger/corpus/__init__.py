"""Text that our own generator writes, with the place and kind of every name in it, to train the tagger on."""
