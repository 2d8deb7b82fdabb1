"""The converter: a seed that no source entry speaks for yet becomes a draft for an editor to accept."""

from edition.drafting.draft import Draft, draft_source

__all__ = ["Draft", "draft_source"]
