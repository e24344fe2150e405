"""The matrix: finds interpreters, runs scripts in them, and compares what they did with the claims."""
