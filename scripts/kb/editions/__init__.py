"""What changed between two editions, and in what others cite."""
