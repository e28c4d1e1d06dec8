"""The portal: what everyone may read without an account."""
