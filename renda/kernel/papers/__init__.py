"""Papers: scans of what was signed by hand. Type read from the bytes, served only by permit.

A paper is kept first and attached to its subject in the same transaction; what was never
attached is swept away after a day. Words: scan 扫描件, paper 附件, registered on behalf 代录.
"""
