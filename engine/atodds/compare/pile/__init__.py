"""Pile: many stories about many events, found and set apart in time that grows with their number."""
