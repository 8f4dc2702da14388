"""Files of a workspace → values: handouts, catalogues, brands, formats."""
