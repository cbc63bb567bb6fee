-- In which language a page asked: a clinic's own words may be of any version, so the version alone does not say it. Null is
-- not known: what was stored before, and what somebody asked aloud or copied from paper.
alter table response add column asked_in text check (asked_in in ('en', 'es'));
