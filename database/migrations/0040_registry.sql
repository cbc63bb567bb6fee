-- How somebody likes to look at everybody: an order and what is left out. Appended; the newest row of a view counts, and a
-- removed one is not shown any more.

create table registry_view (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device
  view_id uuid not null,
  name text not null check (btrim(name) <> ''),
  shows jsonb not null check (jsonb_typeof(shows) = 'object'),
  shared boolean not null,
  removed boolean not null,
  at timestamptz not null,
  by_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on registry_view (clinic_id, view_id, seq desc);

alter table registry_view enable row level security;
alter table registry_view force row level security;
create policy own_clinic on registry_view using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on registry_view to evenkeel_app;

-- The scores of everybody to one questionnaire, read without the answers they were made from.
create index response_scores on response (clinic_id, instrument, patient_id, answered_at)
  include (id, score, lowest, highest);
