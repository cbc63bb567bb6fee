-- The papers of the esketamine programme (REMS). A form is filled from the record and the session's log; what nobody had
-- written down is asked for once. That somebody sent it, how and with what confirmation, is what a person says.

create table rems_answer (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  session_id uuid not null,
  field text not null,                         -- of science/rems/form.ts
  value text not null check (btrim(value) <> '' and length(value) <= 2000),
  at timestamptz not null,
  by_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on rems_answer (clinic_id, session_id, seq);

create table rems_sending (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  session_id uuid not null,
  form text not null,                          -- which edition of the form
  content text not null,                       -- as it stood when it was sent
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  missing text[] not null,                     -- the needed fields that had no value
  how text not null check (how in ('portal', 'fax', 'other')),
  sent_on date not null,
  confirmation text not null,                  -- number or words of the programme; empty when there was none
  words text not null,                         -- why something was missing, or why it was sent again
  at timestamptz not null,
  by_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  check (cardinality(missing) = 0 or length(btrim(words)) > 0),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on rems_sending (clinic_id, session_id, seq);

-- Enrolment of a patient, or of the setting itself: each step as it happened.
create table rems_enrolment (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device
  patient_id uuid,                             -- null: the setting
  step text not null check (step in ('signed', 'sent', 'confirmed', 'ended')),
  day date not null,
  number text not null,                        -- the programme's number or confirmation; empty when there was none
  words text not null,
  at timestamptz not null,
  by_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  check (step <> 'ended' or length(btrim(words)) > 0),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on rems_enrolment (clinic_id, patient_id, seq);

do $$ declare t text; begin
  foreach t in array array['rems_answer', 'rems_sending', 'rems_enrolment'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
