-- Consent, further: what the patient agrees to point by point, a few questions on what the text said, and the therapist's
-- signature where therapy goes with the treatment.

alter table consent_request add column therapist_id uuid;      -- who signs too; nobody where no therapy was agreed
alter table consent_request add foreign key (clinic_id, therapist_id) references staff (clinic_id, id);
alter table consent_signature add column confirmed text[] not null default '{}';   -- the points of the text, by id
-- What the prescriber talked through where the patient's last answer was not what the text says.
alter table consent_countersignature add column talked_through text check (talked_through <> '');

-- Every answer to a question on the text, the first ones too. Whether it is what the text says is read from the text.
create table consent_check (
  clinic_id uuid not null,
  id uuid not null,                          -- made on the patient's device
  request_id uuid not null,
  check_id text not null,
  choice text not null,
  link_id uuid not null,
  answered_at timestamptz not null,
  seq bigint generated always as identity,   -- the last one stands
  primary key (clinic_id, id),
  foreign key (clinic_id, request_id) references consent_request (clinic_id, id)
);
create index on consent_check (clinic_id, request_id, seq);

create table consent_therapist_signature (
  clinic_id uuid not null,
  id uuid not null,
  signature_id uuid not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, signature_id),
  foreign key (clinic_id, signature_id) references consent_signature (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['consent_check','consent_therapist_signature'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

-- As in 0005; and a signature needs every question answered and every point confirmed, and comes after them.
create or replace function consent_request_waits() returns trigger language plpgsql as $$
declare
  content jsonb;
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
    select r.canonical::jsonb -> 'content' into content
      from consent_request r where r.clinic_id = new.clinic_id and r.id = new.request_id;
    if exists (select from jsonb_array_elements(content -> 'checks') c
               where not exists (select from consent_check k where k.clinic_id = new.clinic_id
                 and k.request_id = new.request_id and k.check_id = c ->> 'id')) then
      raise exception 'a question on the text was not answered' using errcode = '23514', constraint = 'consent_checks_answered';
    end if;
    if exists (select from jsonb_array_elements(content -> 'points') p where p ->> 'id' <> all (new.confirmed)) then
      raise exception 'a point of the text was not confirmed' using errcode = '23514', constraint = 'consent_points_confirmed';
    end if;
  end if;
  if tg_table_name in ('consent_question', 'consent_check')
     and exists (select from consent_signature s where s.clinic_id = new.clinic_id and s.request_id = new.request_id) then
    raise exception 'this consent is signed' using errcode = '23514', constraint = 'consent_not_signed';
  end if;
  return new;
end $$;
create trigger waits before insert on consent_check for each row execute function consent_request_waits();
