"""Functions that the probes share; each probe prints one line for each aspect of its statement.

The probes run on every CPython of the matrix, so they use only the syntax of the oldest one.
"""

import subprocess
import sys
import threading


def report(aspect, holds, seen):
    """Print whether the statement holds in one aspect, and what was observed."""
    print("holds" if holds else "fails", aspect, seen, sep=": ")


def outcome(function, *arguments):
    """Return what a call returned, or the exception that it raised."""
    try:
        return function(*arguments)
    except Exception as error:
        return error


def in_thread(function):
    """Return the outcome of a call in a new thread."""
    outcomes = []
    thread = threading.Thread(target=lambda: outcomes.append(outcome(function)))
    thread.start()
    thread.join()
    return outcomes[0]


def printed_by(program, *flags):
    """Return what `program` prints when this Python runs it with `flags`."""
    command = [sys.executable, *flags, "-c", program]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return done.stdout.decode()


def first_of(texts, output):
    """Return the first of `texts` that is in `output`, or say that none is."""
    return next((text for text in texts if text in output), "nothing of the kind")
