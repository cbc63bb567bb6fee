-- What is about substance use goes out only under a Part 2 consent, and nothing goes out of which nobody has said whether
-- it is. Until now only clinic/releases/may-share.ts said so; now the database refuses it as well.

-- Words of substance use that stand in other parts of a letter, and of which whoever wrote it said that they are not
-- about this patient's use or its treatment.
alter table letter_version add column looked_words text[] not null default '{}';

-- Whether one of these releases of a patient covers this recipient on this day, of this form.
create function release_covers(of_clinic uuid, of_patient uuid, to_recipient uuid, ids uuid[], on_day date, of_form text)
  returns boolean language sql stable as $$
  select exists (
    select from release r
    where r.clinic_id = of_clinic and r.patient_id = of_patient and r.recipient_id = to_recipient and r.id = any (ids)
      and r.form = of_form and on_day between r.valid_from and r.valid_until
      and not exists (select from release_revocation v
                      where v.clinic_id = r.clinic_id and v.release_id = r.id and v.revoked_on <= on_day))
    and not exists (select from recipient_now n where n.clinic_id = of_clinic and n.id = to_recipient and n.aside)
$$;

create or replace function letter_needs_release() returns trigger language plpgsql as $$
declare l letter; v letter_version;
begin
  if exists (select from letter_set_aside s where s.clinic_id = new.clinic_id and s.letter_id = new.letter_id) then
    raise exception 'this letter was set aside' using errcode = '23514', constraint = 'letter_aside';
  end if;
  select * into l from letter where clinic_id = new.clinic_id and id = new.letter_id;
  select * into v from letter_version where clinic_id = new.clinic_id and id = new.version_id;
  if l.recipient_id is null then
    return new;
  end if;
  -- A letter about substance use and nothing else rests on the Part 2 consent alone.
  if v.substance_use is null
     or v.substance_use
        and not release_covers(l.clinic_id, l.patient_id, l.recipient_id, new.release_ids, new.on_day, 'part 2')
     or not v.substance_use
        and not release_covers(l.clinic_id, l.patient_id, l.recipient_id, new.release_ids, new.on_day, 'release') then
    raise exception 'no release covers this letter' using errcode = '23514', constraint = 'letter_released';
  end if;
  return new;
end $$;

-- What somebody took to send to a payer: the exact text, to whom, and what it rested on.
create table payer_text (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  recipient_id uuid not null,
  rendered text not null check (btrim(rendered) <> ''),
  text_hash text not null check (text_hash = encode(sha256(convert_to(rendered, 'UTF8')), 'hex')),
  substance_use boolean not null,
  looked_words text[] not null,
  on_day date not null,
  release_ids uuid[] not null,
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id, recipient_id) references recipient (clinic_id, patient_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create index on payer_text (clinic_id, patient_id, at);
alter table payer_text enable row level security;
alter table payer_text force row level security;
create policy own_clinic on payer_text using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on payer_text to evenkeel_app;

create function payer_text_needs_release() returns trigger language plpgsql as $$
begin
  if not release_covers(new.clinic_id, new.patient_id, new.recipient_id, new.release_ids, new.on_day, 'release')
     or new.substance_use and not release_covers(new.clinic_id, new.patient_id, new.recipient_id, new.release_ids,
                                                 new.on_day, 'part 2') then
    raise exception 'no release covers this text' using errcode = '23514', constraint = 'payer_text_released';
  end if;
  return new;
end $$;
create trigger released before insert on payer_text for each row execute function payer_text_needs_release();
