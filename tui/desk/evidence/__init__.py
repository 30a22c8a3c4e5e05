"""The files of a case, and the bundle that is made of them."""
