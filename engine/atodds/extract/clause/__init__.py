"""A clause binds its numbers: to the trigger, to whom they count, to place, period and modality."""
