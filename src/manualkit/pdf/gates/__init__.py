"""What every PDF has to pass before it is kept. A gate returns faults; it never mends."""
