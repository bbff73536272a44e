"""Store: claims kept between runs, as a table to query, to resume and to reconcile later."""
