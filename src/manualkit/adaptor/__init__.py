"""What adaptors do with their changes: begin, compare, accept, follow the core. Without git."""
