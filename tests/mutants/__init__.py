"""Mutants: one small mistake at a time is put into the code, and the tests must notice. `make mutants`

    python -m tests.mutants [FOLDER…] [--each N] [--seed N] [--patience SECONDS]

All tests are run once, and for each line of the program it is kept which of them run it (`who_runs`; in `build/mutants`, made
anew when the program changes, and for the files of tests that changed). Then mistakes are drawn, the same ones for the same
seed (`made`), and each is tried on the tests that run its lines, of each file first the one that runs little else (`tried`).
What docs/mutants.md lists as judged is told apart: nobody could notice it.

mutmut was tried first: its generator does not end for `domain/agenda/figures.py`, and it changes functions only, while half
of what this program knows stands in tables.
"""
