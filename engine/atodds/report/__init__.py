"""Reports: each is one pure function from a run to text; none filters or decides an exit code."""
