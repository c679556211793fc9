"""What the field talks about: plain, typed data that every step shares."""
