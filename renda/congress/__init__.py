"""Congresses (the tenants), their terms and sessions, the bodies in and around them, and who holds
which post (组织法; 代表法). A higher congress stands above lower ones in one tree."""
