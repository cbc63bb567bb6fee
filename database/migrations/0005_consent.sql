-- Consent: what the clinic's document says, what was put before whom, what was asked, signed, countersigned, withdrawn.
-- Every row is a fact. Where a patient's consent stands is derived from them (care/consent/consent.ts).

-- A published version never changes. `content` is canonical JSON, `hash` its SHA-256.
create table consent_document (
  clinic_id uuid not null references clinic,
  id uuid not null,
  route text not null check (route in ('im', 'iv', 'lozenge', 'esketamine')),
  language text not null check (language ~ '^[a-z]{2}$'),
  version integer not null check (version >= 1),
  content text not null,
  hash text not null check (hash = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  what_changed text not null,
  published_at timestamptz not null,
  published_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, route, language, version),
  foreign key (clinic_id, published_by) references staff (clinic_id, id)
);

-- One document put before one patient, with what is particular to them. `rendered` is the exact text they read.
create table consent_request (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  route text not null check (route in ('im', 'iv', 'lozenge', 'esketamine')),
  document_id uuid not null,
  document_version integer not null,
  canonical text not null,
  rendered text not null,
  canonical_hash text not null check (canonical_hash = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
  text_hash text not null check (text_hash = encode(sha256(convert_to(rendered, 'UTF8')), 'hex')),
  seq bigint generated always as identity,   -- the newest counts
  asked_at timestamptz not null,
  asked_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, id, text_hash),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, document_id) references consent_document (clinic_id, id),
  foreign key (clinic_id, asked_by) references staff (clinic_id, id)
);
create index on consent_request (clinic_id, patient_id, route, seq desc);

-- Each time it was sent or opened on a tablet: a link that the patient holds (0008), and who was with them.
create table consent_link (
  clinic_id uuid not null references clinic,
  id uuid not null,
  request_id uuid not null,
  link_id uuid not null,
  how text not null check (how in ('mail', 'sms', 'tablet')),
  present uuid,                              -- member of staff in the room, when opened on the clinic's tablet
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, link_id),
  foreign key (clinic_id, request_id) references consent_request (clinic_id, id),
  foreign key (clinic_id, present) references staff (clinic_id, id),
  foreign key (clinic_id, made_by) references staff (clinic_id, id)
);
create index on consent_link (clinic_id, request_id);

create table consent_question (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- made on the patient's device
  request_id uuid not null,
  section text not null,
  words text not null check (words <> ''),
  link_id uuid not null,
  asked_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, request_id) references consent_request (clinic_id, id)
);
create index on consent_question (clinic_id, request_id);

create table consent_answer (
  clinic_id uuid not null references clinic,
  id uuid not null,
  question_id uuid not null,
  words text not null check (words <> ''),
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, question_id),           -- the first answer stands; the second clinician is told
  foreign key (clinic_id, question_id) references consent_question (clinic_id, id),
  foreign key (clinic_id, answered_by) references staff (clinic_id, id)
);

-- `text_hash` names the exact text: the database refuses a signature under any other.
create table consent_signature (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- made on the patient's device, so that sending twice is harmless
  request_id uuid not null,
  text_hash text not null,
  signed_name text not null check (signed_name <> ''),
  device_kind text not null check (device_kind in ('phone', 'tablet', 'computer', 'unknown')),
  link_id uuid not null,
  present uuid,
  signed_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, request_id),
  foreign key (clinic_id, request_id, text_hash) references consent_request (clinic_id, id, text_hash),
  foreign key (clinic_id, present) references staff (clinic_id, id)
);

create table consent_countersignature (
  clinic_id uuid not null references clinic,
  id uuid not null,
  signature_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, signature_id),
  foreign key (clinic_id, signature_id) references consent_signature (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);

-- What the patient said, written down by staff: consent taken back, or refused before signing.
create table consent_withdrawal (
  clinic_id uuid not null references clinic,
  id uuid not null,
  request_id uuid not null,
  reason text not null check (reason <> ''),
  withdrawn_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, request_id),
  foreign key (clinic_id, request_id) references consent_request (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['consent_document','consent_request','consent_link','consent_question','consent_answer',
                           'consent_signature','consent_countersignature','consent_withdrawal'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

-- Nobody signs while a question of theirs is open, nor what was taken back. Whoever writes to one request waits for the
-- other, so that two tabs of the same patient cannot slip past each other.
create function consent_request_waits() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.request_id::text, 5));
  if tg_table_name = 'consent_signature' then
    if exists (select from consent_question q
               where q.clinic_id = new.clinic_id and q.request_id = new.request_id
                 and not exists (select from consent_answer a where a.clinic_id = q.clinic_id and a.question_id = q.id)) then
      raise exception 'a question about this consent is open' using errcode = '23514', constraint = 'consent_no_open_question';
    end if;
    if exists (select from consent_withdrawal w where w.clinic_id = new.clinic_id and w.request_id = new.request_id) then
      raise exception 'this consent was withdrawn' using errcode = '23514', constraint = 'consent_not_withdrawn';
    end if;
    if exists (select from consent_request r
               join consent_request newer on newer.clinic_id = r.clinic_id and newer.patient_id = r.patient_id
                 and newer.route = r.route and newer.seq > r.seq
               where r.clinic_id = new.clinic_id and r.id = new.request_id) then
      raise exception 'a newer consent was asked for' using errcode = '23514', constraint = 'consent_newest';
    end if;
  end if;
  if tg_table_name = 'consent_question'
     and exists (select from consent_signature s where s.clinic_id = new.clinic_id and s.request_id = new.request_id) then
    raise exception 'this consent is signed' using errcode = '23514', constraint = 'consent_not_signed';
  end if;
  return new;
end $$;
create trigger waits before insert on consent_signature for each row execute function consent_request_waits();
create trigger waits before insert on consent_question for each row execute function consent_request_waits();
create trigger waits before insert on consent_withdrawal for each row execute function consent_request_waits();
