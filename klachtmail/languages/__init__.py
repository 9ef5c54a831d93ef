"""What languages call the things of mail: a file for each, and the patterns of all of them are built from these."""
