-- What a patient agreed may leave the clinic: to whom, what, what for, from when until when, and when it was taken back.
-- Whether something may go out is derived from these rows and nothing else (clinic/releases/may-share.ts).

-- Somebody outside, as a patient's letters and releases name them. Never changed: a release is about exactly this one.
create table recipient (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  relation text not null check (relation in ('referrer', 'therapist', 'clinician', 'payer', 'relative', 'other')),
  name text not null,                          -- the person; may be empty where an organisation is named
  organisation text not null,
  reach text not null,                         -- address, fax or telephone, as somebody typed it
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id, id),
  check (btrim(name) <> '' or btrim(organisation) <> ''),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

-- One release, signed. `rendered` is the exact text that the patient signed. What is about a substance use disorder needs
-- a record of its own, and that one is about nothing else.
create table release (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  recipient_id uuid not null,
  form text not null check (form in ('release', 'part 2')),
  contents text[] not null check (cardinality(contents) > 0),
  purposes text[] not null check (cardinality(purposes) > 0),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  rendered text not null,
  text_hash text not null check (text_hash = encode(sha256(convert_to(rendered, 'UTF8')), 'hex')),
  signed_name text not null check (btrim(signed_name) <> ''),
  signed_on date not null check (signed_on <= valid_from),
  signed_how text not null check (signed_how in ('on screen', 'on paper')),
  kept_where text not null,                    -- where the signed paper is
  seq bigint generated always as identity,
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id, id),
  check (signed_how <> 'on paper' or btrim(kept_where) <> ''),
  check (case form when 'part 2' then contents = array['substance use'] else not 'substance use' = any (contents) end),
  foreign key (clinic_id, patient_id, recipient_id) references recipient (clinic_id, patient_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on release (clinic_id, patient_id, seq);

create table release_revocation (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  release_id uuid not null,
  revoked_on date not null,                    -- from this day on it covers nothing
  words text not null,                         -- what the patient said, if they gave a reason
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, release_id),              -- taken back once; the second person is told
  foreign key (clinic_id, release_id) references release (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['recipient', 'release', 'release_revocation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
