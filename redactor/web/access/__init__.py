"""Who may look: the gate before the reviewer's page, the ways in, and the sessions."""
