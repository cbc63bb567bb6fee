-- What an evaluation holds several of: treatments that were tried, results of tests, looks into the prescription
-- monitoring programme. Rows that correct one another make one entry; its newest row says how it is.

create table evaluation_entry (
  clinic_id uuid not null,
  id uuid not null,                            -- made where it was typed, so that sending it twice is harmless
  evaluation_id uuid not null,
  kind text not null check (kind in ('trial', 'result', 'pdmp')),
  change text not null check (change in ('recorded', 'corrected', 'entered in error')),
  corrects uuid,
  why text not null default '',
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, evaluation_id, kind, id),
  unique (clinic_id, corrects),                -- of two people who correct one entry the first wins
  check ((change = 'recorded') = (corrects is null)),
  foreign key (clinic_id, evaluation_id) references evaluation (clinic_id, id),
  foreign key (clinic_id, evaluation_id, kind, corrects) references evaluation_entry (clinic_id, evaluation_id, kind, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);

alter table evaluation_entry enable row level security;
alter table evaluation_entry force row level security;
create policy own_clinic on evaluation_entry
  using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on evaluation_entry to evenkeel_app;
