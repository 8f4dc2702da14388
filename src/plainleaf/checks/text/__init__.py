"""Checks of text: a Library and the editions wanted → findings, before anything is typeset."""
