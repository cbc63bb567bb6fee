-- A patient sees their own course behind a link, and may note a daily mood there: our own question, for those who want it.

alter table patient_link drop constraint patient_link_purpose_check;
alter table patient_link add constraint patient_link_purpose_check
  check (purpose in ('consent', 'next-day', 'phq-9', 'intake', 'questionnaires', 'release', 'course'));

-- Whether the patient wants to be asked. Appended; the newest counts, and no row means that nobody has said so.
create table mood_choice (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the phone
  patient_id uuid not null,
  wanted boolean not null,
  at timestamptz not null,
  link_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id)
);
create index on mood_choice (clinic_id, patient_id, seq desc);

-- One tap. Of a day the newest counts; the earlier ones stay.
create table mood (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the phone, so that sending it twice stores it once
  patient_id uuid not null,
  value integer not null check (value between 0 and 10),
  at timestamptz not null,                     -- when it was tapped
  recorded_at timestamptz not null,
  link_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id)
);
create index on mood (clinic_id, patient_id, at);

do $$ declare t text; begin
  foreach t in array array['mood_choice', 'mood'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
