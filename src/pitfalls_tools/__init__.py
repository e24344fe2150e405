"""What maintainers use: new pitfalls, evidence, addresses, and the measuring of what the project promises."""
