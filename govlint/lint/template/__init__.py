"""What templates take that pages do not: followed to their files, judged by what publishing fills in."""
