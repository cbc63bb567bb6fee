-- What a signature was set under, value by value with codes and units as they stood then. A later table of codes, another
-- name or a correction changes nothing here: rows are added with a signature and never updated.

create table session_signed_facts (
  clinic_id uuid not null,
  entry_id uuid not null,                  -- the entry 'signed' of the session
  session_id uuid not null,
  entry_kind text not null generated always as ('signed') stored,
  facts jsonb not null check (facts ->> 'format' is not null and facts #>> '{codes,version}' is not null),
  primary key (clinic_id, entry_id),
  foreign key (clinic_id, session_id, entry_kind, entry_id)
    references session_event (clinic_id, session_id, kind, id)
);
create index on session_signed_facts (clinic_id, session_id);
alter table session_signed_facts enable row level security;
alter table session_signed_facts force row level security;
create policy own_clinic on session_signed_facts using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on session_signed_facts to evenkeel_app;
