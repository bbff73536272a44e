"""Read: from files and tables to articles, their stories and sections, with offsets into the original."""
