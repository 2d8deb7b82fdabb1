"""The converter: an article becomes a reading, and a reading becomes drafts for an editor to accept.

rules, data/     word lists and rules, which editors may extend
view             a text as detectors read it
names            finding many names at once
blocks/          which pieces are the article, which stood around it
dates, relative, periods, terms, places, wording, announced, sides, owners, whose, organisations, finding, beside,
bodies, districts, people, figures, timing
                 what is said in the words
parties, happening, pairs, concluding, spoken, called, referring, news, signing, standing, naming, mentioning,
recognising, agreements, statements, telling, scope, metadata
                 what the words mean together
story, gathering, occasions, read
                 a source becomes a Reading
document         a Reading as JSON
likeness         events of the edition that an article tells, too
writing/         a Reading as drafts
converter        all new seeds at once
accepting        drafts that a person has read
"""

from edition.drafting.converter import Converter, Outcome, read_documents

__all__ = ["Converter", "Outcome", "read_documents"]
