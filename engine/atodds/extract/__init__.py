"""Extract: from a story to the claims, quantities and quotes it words."""
