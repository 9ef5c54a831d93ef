"""The records of the procedure, the steps they may take, and the terms that run."""
