"""How long a build takes, beside Hugo's of an equal site: `python -m benchmarks.build --help`."""
