"""Deputies: people, and the mandates they hold in a congress for a term (代表法).

A person belongs to the deployment and may hold several mandates; lists, counts and rights are per
mandate, the person is counted once.
"""
