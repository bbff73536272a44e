"""Report: a finished run as text that people and machines read."""
