"""What stands at which address, and what was promised of it."""
