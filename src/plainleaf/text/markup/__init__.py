"""A text → what looks like markup and is not ours, comments, and lines that would be joined."""
