"""Draws the demo matter: invented people on pages that look like the forms, logs and letters of a real production."""
