"""How well the converter reads articles: `python -m benchmarks.conversion FOLDER`.

The labels of an article and the reading that `build.py convert --json` prints are described in README.md beside this
file, the reading's schema in reading.schema.json.
"""
