"""The steps from each version of the database to the next. They are never edited once released; a new one is added."""
