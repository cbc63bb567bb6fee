-- A way in for a patient without an account: one purpose, one patient, until it is used, withdrawn or too old.
-- Only the hash of the token is kept; the token itself stands in the address that the patient was sent.

create table patient_link (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  purpose text not null check (purpose in ('consent', 'next-day', 'phq-9')),
  subject_id uuid,                           -- what it is about: a session, a consent that was asked for
  token_hash text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,                     -- a member of staff, or the clinic's own clock
  expires_at timestamptz not null,
  opened_at timestamptz,                     -- first time somebody looked at it
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  check (expires_at > made_at)
);
create index on patient_link (clinic_id, patient_id, made_at desc);
create index on patient_link (clinic_id, purpose, subject_id);

-- Mail and text messages waiting to go, and what became of them. The text holds a link that opens something, so it is
-- sealed with the installation's key and wiped once it was handed over.
create table message (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid,
  staff_id uuid,
  link_id uuid,                              -- the patient's link it carries
  channel text not null check (channel in ('mail', 'sms')),
  once text,                                 -- what it is for, where it must not be queued twice
  recipient text not null,
  subject text not null,
  sealed_body text,                          -- null once handed over, or given up
  queued_at timestamptz not null,
  not_before timestamptz not null,           -- quiet hours: not handed over earlier
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  claimed_until timestamptz,                 -- one sender at a time; a sender that died lets go by itself
  sent_at timestamptz,
  gave_up_at timestamptz,
  last_problem text,                         -- what the mail server said, by kind; never a person's words
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id),
  unique (clinic_id, once),
  check (sent_at is null or gave_up_at is null)
);
create index on message (clinic_id, next_try_at) where sent_at is null and gave_up_at is null;
create index on message (clinic_id, queued_at desc);

do $$ declare t text; begin
  foreach t in array array['patient_link', 'message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
grant update (opened_at, used_at, withdrawn_at) on patient_link to evenkeel_app;
grant update (sealed_body, attempts, next_try_at, claimed_until, sent_at, gave_up_at, last_problem) on message to evenkeel_app;

create policy by_token on patient_link for select using (token_hash = evenkeel_knock());

-- From the hash of a link's token to the link behind it; the transaction is in its clinic afterwards. It answers for
-- used, old and withdrawn links too, so that the patient can be told which it is and how to reach the clinic.
create function enter_by_link(hash text)
returns table (clinic_id uuid, link_id uuid, patient_id uuid, purpose text, subject_id uuid, made_at timestamptz,
               expires_at timestamptz, opened_at timestamptz, used_at timestamptz, withdrawn_at timestamptz)
language plpgsql as $$
declare found_clinic uuid;
begin
  select l.clinic_id into found_clinic from patient_link l where l.token_hash = hash;
  if found_clinic is null then return; end if;
  perform set_config('evenkeel.clinic_id', found_clinic::text, true);
  return query
    select l.clinic_id, l.id, l.patient_id, l.purpose, l.subject_id, l.made_at, l.expires_at, l.opened_at, l.used_at,
           l.withdrawn_at
    from patient_link l where l.token_hash = hash;
end $$;
grant execute on function enter_by_link(text) to evenkeel_app;
