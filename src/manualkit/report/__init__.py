"""Findings and figures → text for people and JSON for machines."""
