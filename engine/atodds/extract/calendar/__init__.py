"""Dates and lengths of time as English words them, resolved to days."""
