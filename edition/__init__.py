"""The Viet–Lao Cooperation Record: from archived articles to a website whose every fact is proved.

Read the modules in this order, which is also the order of imports: a module imports only those above it.

    process         how the program begins and ends
    freshness       whether the last build still stands
    kept            what took long to work out, kept between runs
    sharing         a second process that does half of the work
    problems        what is wrong, where, how to mend it
    text            Unicode: one form, keys for names, sentences, syllables
    dates           EDTF dates and periods
    encodings       which characters the bytes of a seed are
    sources         accession: the bytes of a seed
    transcription   a source's text in labelled blocks
    evidence        a quotation stands in its source exactly, or not at all
    nodes           what YAML is read into: values with their places
    plain_yaml      the plainest YAML, read without the library
    full_yaml       YAML of any form, and what is wrong with it
    records         YAML and Markdown, every value with its line
    config          the edition's settings and folders
    plain_prose     the plainest Markdown, read without the library
    prose           Markdown with entry links and citations
    gazetteer       places, their names, neighbours and successors
    kinds           one file per kind of entry, and KINDS
    changes         what was added and corrected, for readers
    watching        what is read of entries
    shelf           what rests of a large edition until it is asked for
    material        what an edition is made of, read from its files
    drafting        the converter: a seed becomes a draft
    ways            who refers to an entry, what a source's passages support
    corpus          all that pages are made of
    linking         references resolved, quotations found, the ways back derived
    relations       what follows: sides, provinces, pairs
    coverage        which sentences support claims
    checks          what must hold across entries, and CHECKS
    languages       messages, words, dates, numbers, per language
    urls            addresses and relative links
    presenting      from entries to views: what page types have in common
    figures         map, timeline, network, small multiples, as views to draw
    pages           one file per page type, and PAGE_TYPES
    artifact        a file of the site
    bytecode        compiled templates, kept between runs
    escaping        text as HTML
    render          views and templates become HTML
    exports         files for machines, and EXPORTS
    assets          styles, scripts, fonts, icons
    search          the search index
    making          pages and exports, one by one, each with what it has read
    renewal         after an edit of words, only what shows them is made anew
    manifest        the site is replaced as a whole or not at all
    conversion      entries are drafted for new articles
    pipeline        check, build, renew: the whole flow
    preview         a local server
    cli             words in, exit code out
"""
