"""Who may do what: small named questions about an actor and a subject. Denied unless allowed."""
