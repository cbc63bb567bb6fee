-- What else belongs to the treatment besides sessions: every version as a prescriber signed it, in its evaluation.

create table integrative_plan (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  evaluation_id uuid not null,
  number integer not null check (number >= 1), -- of two who sign at once the first wins
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  why text not null,                           -- what made this version differ; empty for the first
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, evaluation_id, number),
  check (number = 1 or btrim(why) <> ''),
  foreign key (clinic_id, patient_id, evaluation_id) references evaluation (clinic_id, patient_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);

alter table integrative_plan enable row level security;
alter table integrative_plan force row level security;
create policy own_clinic on integrative_plan
  using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on integrative_plan to evenkeel_app;
