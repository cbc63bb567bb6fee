-- What a patient tells before the visit, on their own phone, behind a link that can be opened again and again while it
-- is live. Answers are appended; the newest of a question counts, every earlier one stays readable. Nothing here is a
-- finding: a named clinician goes through it, item by item, and only that makes it a fact or an entry of a list.

alter table patient_link drop constraint patient_link_purpose_check;
alter table patient_link add constraint patient_link_purpose_check
  check (purpose in ('consent', 'next-day', 'phq-9', 'intake'));

-- One for each course of treatment: asked before its evaluation, and closed with it.
create table intake (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, asked_by) references staff (clinic_id, id)
);
create index on intake (clinic_id, patient_id, asked_at desc);

create table intake_answer (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the phone, so that sending it twice is harmless
  intake_id uuid not null,
  question text not null check (question <> ''),
  entry uuid,                                  -- one line of a list: a medicine, an allergy; null for the question itself
  value jsonb not null,                        -- JSON null: not sure; for a line of a list: taken back
  answered_at timestamptz not null,            -- when it was given on the phone, by the clinic's clock
  link_id uuid not null,
  received_at timestamptz not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  unique (clinic_id, intake_id, id),
  foreign key (clinic_id, intake_id) references intake (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id),
  check (answered_at <= received_at)
);
create index on intake_answer (clinic_id, intake_id, question, entry);

-- The patient said that this is all. It can be said again after a change.
create table intake_done (
  clinic_id uuid not null references clinic,
  id uuid not null,
  intake_id uuid not null,
  link_id uuid not null,
  done_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, intake_id) references intake (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id)
);
create index on intake_done (clinic_id, intake_id, done_at);

-- A clinician went through one answer, and what came of it.
create table intake_confirmation (
  clinic_id uuid not null references clinic,
  id uuid not null,
  intake_id uuid not null,
  answer_id uuid not null,
  evaluation_id uuid not null,
  became text not null check (became in ('answer', 'problem', 'medicine', 'allergy', 'contact', 'coverage', 'none known', 'talked about')),
  became_id uuid,                              -- the answer of the evaluation, or the entry of the list
  changed boolean not null,                    -- the clinician recorded something else than the patient had said
  confirmed_at timestamptz not null,
  confirmed_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, intake_id, answer_id) references intake_answer (clinic_id, intake_id, id),
  foreign key (clinic_id, evaluation_id) references evaluation (clinic_id, id),
  foreign key (clinic_id, confirmed_by) references staff (clinic_id, id),
  check ((became_id is null) = (became = 'talked about'))
);
-- Of two people who go through the same answer the first wins.
create unique index intake_confirmed_once on intake_confirmation (clinic_id, answer_id);
create index on intake_confirmation (clinic_id, intake_id);

do $$ declare t text; begin
  foreach t in array array['intake', 'intake_answer', 'intake_done', 'intake_confirmation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
