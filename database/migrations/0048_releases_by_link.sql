-- A patient signs a release from a link, and takes it back there. What was asked stands word for word before it is signed;
-- whoever is named as a recipient can be corrected or set aside, and every earlier naming stays.

create table release_request (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device; the release has the same one once it is signed
  patient_id uuid not null,
  recipient_id uuid not null,
  form text not null check (form in ('release', 'part 2')),
  contents text[] not null check (cardinality(contents) > 0),
  purposes text[] not null check (cardinality(purposes) > 0),
  valid_until date not null,                   -- it begins on the day on which it is signed
  rendered text not null,
  text_hash text not null check (text_hash = encode(sha256(convert_to(rendered, 'UTF8')), 'hex')),
  seq bigint generated always as identity,
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id, recipient_id, id, text_hash),
  check (case form when 'part 2' then contents = array['substance use'] else not 'substance use' = any (contents) end),
  foreign key (clinic_id, patient_id, recipient_id) references recipient (clinic_id, patient_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on release_request (clinic_id, patient_id, seq);

create table release_request_set_aside (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  request_id uuid not null,
  words text not null check (btrim(words) <> ''),
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, request_id),
  foreign key (clinic_id, request_id) references release_request (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

-- A recipient as it is from then on: corrected, or set aside. The first naming stands in `recipient` as it was typed.
create table recipient_change (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  recipient_id uuid not null,
  relation text not null check (relation in ('referrer', 'therapist', 'clinician', 'payer', 'relative', 'other')),
  name text not null,
  organisation text not null,
  reach text not null,
  aside boolean not null,                      -- nothing may go to them, and nothing new is made out to them
  words text not null check (btrim(words) <> ''), -- why
  seq bigint generated always as identity,
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  check (btrim(name) <> '' or btrim(organisation) <> ''),
  foreign key (clinic_id, patient_id, recipient_id) references recipient (clinic_id, patient_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on recipient_change (clinic_id, recipient_id, seq);

-- A signature from a link is the patient's own: nobody of the staff recorded it, and its text is the one that was asked.
alter table release add column request_id uuid;
alter table release add column link_id uuid;
alter table release alter column by_id drop not null;
alter table release drop constraint release_signed_how_check;
alter table release add constraint release_signed_how_check check (signed_how in ('on screen', 'on paper', 'by link'));
alter table release add constraint release_hand_check check (
  case signed_how when 'by link' then by_id is null and request_id = id and link_id is not null
    and request_id is not null and valid_from = signed_on
  else by_id is not null and request_id is null and link_id is null end);
alter table release add foreign key (clinic_id, patient_id, recipient_id, request_id, text_hash)
  references release_request (clinic_id, patient_id, recipient_id, id, text_hash);
alter table release add foreign key (clinic_id, link_id) references patient_link (clinic_id, id);

alter table release_revocation add column link_id uuid;
alter table release_revocation alter column by_id drop not null;
alter table release_revocation add constraint release_revocation_hand_check check ((by_id is null) <> (link_id is null));
alter table release_revocation add foreign key (clinic_id, link_id) references patient_link (clinic_id, id);

-- What was set aside is signed no more, whichever of the two came a moment later.
create function release_not_aside() returns trigger language plpgsql as $$
begin
  if exists (select from release_request_set_aside s where s.clinic_id = new.clinic_id and s.request_id = new.request_id) then
    raise exception 'this release was set aside' using errcode = '23514', constraint = 'release_aside';
  end if;
  return new;
end $$;
create trigger not_aside before insert on release for each row execute function release_not_aside();

do $$ declare t text; begin
  foreach t in array array['release_request', 'release_request_set_aside', 'recipient_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

create view recipient_now with (security_invoker = true) as
  select r.clinic_id, r.id, r.patient_id, coalesce(c.relation, r.relation) as relation, coalesce(c.name, r.name) as name,
         coalesce(c.organisation, r.organisation) as organisation, coalesce(c.reach, r.reach) as reach,
         coalesce(c.aside, false) as aside, r.at
  from recipient r
  left join lateral (select * from recipient_change v where v.clinic_id = r.clinic_id and v.recipient_id = r.id
                     order by v.seq desc limit 1) c on true;
grant select on recipient_now to evenkeel_app;

alter table patient_link drop constraint patient_link_purpose_check;
alter table patient_link add constraint patient_link_purpose_check
  check (purpose in ('consent', 'next-day', 'phq-9', 'intake', 'questionnaires', 'release'));
