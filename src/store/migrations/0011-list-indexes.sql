-- The first page of a region's list reads as many rows as it shows, in the order of the page.
-- (PostgreSQL sorts under the "C" collation and takes what this index finds.)
CREATE INDEX submissions_by_name ON submissions (region_code, year, folded_name, id);
