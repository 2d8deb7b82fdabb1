"""From entries to views: what page types have in common. A page type itself is a file in `edition/pages`."""
