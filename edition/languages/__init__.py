"""The languages of the site: what its pages say, and how each language writes dates, numbers and lists.

    codes       the words for the codes of entries: content/languages/en.yaml
    catalogue   messages and their translations: content/languages/<language>.po
    language    one language: what code says through it
    dates       EDTF dates in words
    collation   the order of names
    messages    every message the site has, with its places
    checking    catalogues held against the messages

The English text of a message is its name (gettext's way), so templates and code can be read without a catalogue.
"""
