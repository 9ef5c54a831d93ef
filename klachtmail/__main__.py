"""`python -m klachtmail` is the same as `klachtmail`."""

from klachtmail.cli import main

main()
