"""Addresses that stay: the ledger, where moved ones lead, short ones, editions, and what changed since one."""
