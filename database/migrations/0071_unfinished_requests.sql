-- A form that speaks of suicide and was not sent to the end is kept as well, so that somebody may look. It says here what it lacks:
-- the names of fields, or how it came. A complete form lacks nothing, and says nothing here.
alter table public_request_words add column lacks text[] check (cardinality(lacks) > 0);
