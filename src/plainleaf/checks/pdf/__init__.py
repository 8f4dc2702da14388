"""The checks of a finished PDF: one file a check, registered in plainleaf.checks.registry."""
