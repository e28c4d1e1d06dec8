"""Tests of the register of deputies: mandates, certificates, cases, cards, assistants."""
