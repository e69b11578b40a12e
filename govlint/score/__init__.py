"""The scorecard: what the findings of a run cost by an official table, and what files alone leave open."""
