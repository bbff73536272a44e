"""A story settles its figures: totals, parts, sums and shorthand, each seen beside all the others."""
