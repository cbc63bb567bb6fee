-- Letters about a patient: to somebody outside, or the patient's own summary. Every version that was saved, the ones that
-- were signed, and each time a person says that one went out. The software itself sends nothing.

create table letter (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  kind text not null check (kind in ('referrer', 'therapist', 'patient')),
  recipient_id uuid,                           -- null: the patient
  seq bigint generated always as identity,
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  check ((kind = 'patient') = (recipient_id is null)),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, patient_id, recipient_id) references recipient (clinic_id, patient_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on letter (clinic_id, patient_id, seq);

create table letter_version (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  letter_id uuid not null,
  number integer not null check (number >= 1), -- of two who write at once the first wins
  sections text not null,                      -- canonical JSON: the parts as the clinician wrote them
  derived text not null,                       -- the same, as the record said when this was written
  substance_use boolean,                       -- whether anything in it is about substance use; null: nobody has said
  rendered text not null,
  text_hash text not null check (text_hash = encode(sha256(convert_to(rendered, 'UTF8')), 'hex')),
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, letter_id, number),
  unique (clinic_id, letter_id, id, text_hash),
  foreign key (clinic_id, letter_id) references letter (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

create table letter_signature (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  letter_id uuid not null,
  version_id uuid not null,
  text_hash text not null,
  on_day date not null,
  release_ids uuid[] not null,                 -- what it rested on when it was signed
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, version_id),
  unique (clinic_id, letter_id, version_id),
  foreign key (clinic_id, letter_id, version_id, text_hash)
    references letter_version (clinic_id, letter_id, id, text_hash),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

create table letter_sending (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  letter_id uuid not null,
  version_id uuid not null,                    -- a signed one
  how text not null check (how in ('handed over', 'mail', 'fax', 'secure message', 'other')),
  on_day date not null,
  reach text not null,                         -- the number or address it went to
  words text not null,
  release_ids uuid[] not null,                 -- what it rested on on that day
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, letter_id, version_id) references letter_signature (clinic_id, letter_id, version_id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on letter_sending (clinic_id, letter_id);

do $$ declare t text; begin
  foreach t in array array['letter', 'letter_version', 'letter_signature', 'letter_sending'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

-- Which contents a release covers is decided by clinic/releases/may-share.ts. That nothing is signed for, or goes to,
-- somebody outside without a release to exactly them, in force on that day, holds here as well.
create function letter_needs_release() returns trigger language plpgsql as $$
begin
  if exists (select from letter l
             where l.clinic_id = new.clinic_id and l.id = new.letter_id and l.recipient_id is not null
               and not exists (
                 select from release r
                 where r.clinic_id = l.clinic_id and r.patient_id = l.patient_id and r.recipient_id = l.recipient_id
                   and r.id = any (new.release_ids) and new.on_day between r.valid_from and r.valid_until
                   and not exists (select from release_revocation v
                                   where v.clinic_id = r.clinic_id and v.release_id = r.id
                                     and v.revoked_on <= new.on_day))) then
    raise exception 'no release covers this letter' using errcode = '23514', constraint = 'letter_released';
  end if;
  return new;
end $$;
create trigger released before insert on letter_signature for each row execute function letter_needs_release();
create trigger released before insert on letter_sending for each row execute function letter_needs_release();
