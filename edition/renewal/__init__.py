"""Renewing the site after an edit of words, without making everything anew (docs/speed.md).

packed      mappings of which only what is asked for is unpacked
ledger      what the last build made, and what each page of it read
keeping     where that is kept between builds
sameness    whether an edit has changed words alone
partial     a corpus of which only what is asked for is read
renew       what shows the words that have changed is made anew
"""
