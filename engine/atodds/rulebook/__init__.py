"""Rule files become objects: read, checked and located here, once per run."""
