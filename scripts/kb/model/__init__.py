"""What the base is made of: records, terms, units, the ledger, editions, findings."""
