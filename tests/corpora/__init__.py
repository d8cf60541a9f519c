"""The whole pipeline over folders of arbitrary PDFs, and over odd ones that are drawn here: nothing may crash or hang."""
