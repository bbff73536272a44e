"""atodds finds where news reports of the same event disagree."""
