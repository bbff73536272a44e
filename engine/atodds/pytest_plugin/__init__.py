"""The pytest plugin: facts files become tests, one for each rule and event."""
