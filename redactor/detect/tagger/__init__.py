"""Our own name tagger: a small network that tells names, addresses and other spans, and how sure it is."""
