"""Full-text search by Pagefind, on the web and from a disk: `docs/search.md` tells how it works.

fold        text in which Pagefind finds what readers type, without loss
bundle      what Pagefind writes, as far as we read and rewrite it
shadow      the copy of the pages that is indexed
pagefind    running the program
contract    what we rely on, checked at each indexing
chunks      smaller pieces of the index
stable      two runs write the same files
parts       which pages of a large edition are weighed first
names       names known by heart
labels      what facets are called in other languages
words       the words of the interface
pack        the scripts for pages opened from a disk
cache       an unchanged edition is not indexed again
index       the whole of it
"""
