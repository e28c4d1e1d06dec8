"""Part of the journeys' house only: who must have a second factor stands in a file of the home."""
