"""Read numbers: from the words and digits of a text to what each wording allows."""
