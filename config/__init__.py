"""Settings, addresses and the server's door of one deployment."""
