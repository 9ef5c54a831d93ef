"""What nothing noticed once is tried again by `make mutants MUTANTS=--holes`: each of them must still be there to try."""

import ast

from tests.mutants.mutant import holes


def test_each_hole_of_the_first_search_is_a_mistake_that_can_still_be_made(monkeypatch, request):
    monkeypatch.chdir(request.config.rootpath)
    found = holes()
    assert len(found) > 20
    for mistake in found:
        ast.parse(mistake.after)
