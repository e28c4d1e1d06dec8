"""Real processes, killed in the middle: nothing half done, nothing lost, nothing twice."""
