-- One evaluation per treatment episode, its answers as appended rows; the prescriber's determination; and, where a rule
-- marked absolute was met, somebody's second confirmation. What is in force is derived, never stored.

create table evaluation (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  started_at timestamptz not null,
  started_by uuid not null,
  closed_at timestamptz,                       -- the episode ended; what was recorded stays
  closed_by uuid,
  close_reason text,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id, id),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (close_reason is null)),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, started_by) references staff (clinic_id, id)
);
create unique index evaluation_open_once on evaluation (clinic_id, patient_id) where closed_at is null;

-- One answer. JSON null says "not known after all". The newest of a key counts; every earlier one stays readable.
create table evaluation_fact (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made where it was typed, so that sending it twice is harmless
  evaluation_id uuid not null,
  key text not null check (key <> ''),
  value jsonb not null,
  confirmed boolean not null default false,    -- an unlikely number that the person looked at twice
  corrects uuid,
  seq bigint generated always as identity,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, evaluation_id, key, id),
  foreign key (clinic_id, evaluation_id) references evaluation (clinic_id, id),
  foreign key (clinic_id, evaluation_id, key, corrects) references evaluation_fact (clinic_id, evaluation_id, key, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);
create unique index evaluation_fact_first on evaluation_fact (clinic_id, evaluation_id, key) where corrects is null;
create index on evaluation_fact (clinic_id, evaluation_id, key, seq desc);
create unique index evaluation_fact_corrected_once on evaluation_fact (clinic_id, corrects);

create table determination (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  evaluation_id uuid not null,
  route text not null check (route in ('im', 'iv', 'lozenge', 'esketamine')),
  outcome text not null check (outcome in ('suitable', 'not suitable', 'not yet')),
  reasons text not null check (reasons <> ''),
  findings jsonb not null,                     -- what was decided upon: every finding as it stood
  addressed jsonb not null,                    -- rule id -> the prescriber's reason for going on past it
  lists jsonb not null,                        -- the problems, medicines and allergies that were there: ids, and what an empty list was worth
  needs_confirmation boolean not null,
  replaces uuid,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id, route, id),
  foreign key (clinic_id, patient_id, evaluation_id) references evaluation (clinic_id, patient_id, id),
  foreign key (clinic_id, patient_id, route, replaces) references determination (clinic_id, patient_id, route, id),
  foreign key (clinic_id, decided_by) references staff (clinic_id, id)
);
-- A chain: one first determination per patient and route, each replaced at most once. Of two people the first wins.
create unique index determination_first on determination (clinic_id, patient_id, route) where replaces is null;
create unique index determination_replaced_once on determination (clinic_id, replaces);

create table determination_confirmation (
  clinic_id uuid not null references clinic,
  id uuid not null,
  determination_id uuid not null,
  answer text not null check (answer in ('confirmed', 'not confirmed')),
  reason text not null check (reason <> ''),
  by_same_person boolean not null,             -- true only where the clinic has no other prescriber
  confirmed_at timestamptz not null,
  confirmed_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, determination_id) references determination (clinic_id, id),
  foreign key (clinic_id, confirmed_by) references staff (clinic_id, id)
);
create unique index determination_confirmed_once on determination_confirmation (clinic_id, determination_id);

do $$ declare t text; begin
  foreach t in array array['evaluation', 'evaluation_fact', 'determination', 'determination_confirmation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
grant update (closed_at, closed_by, close_reason) on evaluation to evenkeel_app;
