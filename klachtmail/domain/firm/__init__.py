"""The firm: its members, its terms, its calendar, its words for days."""
