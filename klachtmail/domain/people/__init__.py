"""Who is it: the names and the telephone numbers of people as they are written."""
