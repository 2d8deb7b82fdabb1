"""Full-text search by Pagefind."""
