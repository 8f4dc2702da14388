"""What stands in a text: its language, scripts and figures, and how they are printed."""
