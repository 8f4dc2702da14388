"""`_brand.yml` and its logos → a brand, its colours, and what it says in each slot."""
