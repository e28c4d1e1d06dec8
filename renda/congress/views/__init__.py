"""The pages of a congress: accounts, posts, handovers, the security log, the first steps."""
