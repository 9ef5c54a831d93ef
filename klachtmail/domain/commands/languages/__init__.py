"""What words do in a member's mail, one module for each language; all of them are read at once, for people mix them."""
