"""The gazetteer, `content/gazetteer.yaml`: names and aliases of places, with their neighbours and successors in time.

Reference data, not claims about cooperation: each value carries its certainty and the keys of its sources, which the
gazetteer explains. Country and province codes are ISO 3166-1 and 3166-2, languages BCP 47, days ISO 8601.
"""

from edition.gazetteer.places import Gazetteer, Name, Place, Succession
from edition.gazetteer.reading import read, read_text

__all__ = ["Gazetteer", "Name", "Place", "Succession", "read", "read_text"]
