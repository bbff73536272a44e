"""Facts files: articles to reconcile, disagreements that are accepted, figures that are expected."""
