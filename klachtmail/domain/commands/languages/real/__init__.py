"""Words of Dutch and English that are no slips of others (see `real_words`)."""
