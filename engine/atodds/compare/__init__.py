"""Compare: from the claims of a dossier to the positions that cannot all hold."""
