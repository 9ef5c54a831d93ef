"""Letters to ask for: who gets which, how many at most, and who may get one at all."""
