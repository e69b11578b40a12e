"""Batches: the proof that every way of running one gives the same bytes, and the figures that sizing rests on."""
