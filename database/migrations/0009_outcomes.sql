-- What somebody answered, exactly, to which version of which questionnaire. Appended, never changed; a correction is a
-- new row. The score beside it is what science/instruments made of those answers then; a question left open is counted
-- as missing, never as zero, and then there are two bounds instead of one number.

create table response (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- made on the device that asked, so sending it twice stores it once
  patient_id uuid not null,
  instrument text not null,                  -- 'phq-9', 'asq', 'next-day' …
  instrument_version text not null,
  answers jsonb not null check (jsonb_typeof(answers) = 'object'),
  context_kind text not null check (context_kind in ('evaluation', 'session', 'next-day', 'between', 'follow-up')),
  context_id uuid,
  link_id uuid,                              -- the patient's link it came through
  answered_at timestamptz not null,
  answered_by_kind text not null check (answered_by_kind in ('patient', 'staff')),
  answered_by uuid not null,                 -- the link, or the member of staff who asked and typed
  recorded_at timestamptz not null,
  missing integer not null check (missing >= 0),
  score integer,                             -- null when something is missing, or where nothing is counted
  lowest integer,
  highest integer,
  corrects uuid,
  primary key (clinic_id, id),
  unique (clinic_id, link_id, instrument),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id),
  foreign key (clinic_id, corrects) references response (clinic_id, id),
  check (lowest <= highest),
  check (missing = 0 or score is null),
  check (answered_at <= recorded_at + interval '5 minutes')
);
-- Of two people who correct the same answers the first wins.
create unique index response_corrected_once on response (clinic_id, corrects) where corrects is not null;
create index on response (clinic_id, patient_id, instrument, answered_at);
create index on response (clinic_id, context_kind, context_id);

alter table response enable row level security;
alter table response force row level security;
create policy own_clinic on response using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on response to evenkeel_app;
