"""A library, or a finished PDF → findings about it."""
