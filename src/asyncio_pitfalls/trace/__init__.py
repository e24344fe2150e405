"""What a program did, in the order of events: recorded by a tracer, told as rows, drawn as a picture."""
