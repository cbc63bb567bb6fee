-- A letter that goes nowhere: set aside with a reason. Every version of it stays, and nothing more is signed or sent.

create table letter_set_aside (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  letter_id uuid not null,
  words text not null check (btrim(words) <> ''),
  at timestamptz not null,
  by_id uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, letter_id),
  foreign key (clinic_id, letter_id) references letter (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
alter table letter_set_aside enable row level security;
alter table letter_set_aside force row level security;
create policy own_clinic on letter_set_aside using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on letter_set_aside to evenkeel_app;

-- As before, and nothing is signed for or goes to a recipient who was set aside, or under a letter that was.
create or replace function letter_needs_release() returns trigger language plpgsql as $$
begin
  if exists (select from letter_set_aside s where s.clinic_id = new.clinic_id and s.letter_id = new.letter_id) then
    raise exception 'this letter was set aside' using errcode = '23514', constraint = 'letter_aside';
  end if;
  if exists (select from letter l
             where l.clinic_id = new.clinic_id and l.id = new.letter_id and l.recipient_id is not null
               and (exists (select from recipient_now n
                            where n.clinic_id = l.clinic_id and n.id = l.recipient_id and n.aside)
                 or not exists (
                   select from release r
                   where r.clinic_id = l.clinic_id and r.patient_id = l.patient_id and r.recipient_id = l.recipient_id
                     and r.id = any (new.release_ids) and new.on_day between r.valid_from and r.valid_until
                     and not exists (select from release_revocation v
                                     where v.clinic_id = r.clinic_id and v.release_id = r.id
                                       and v.revoked_on <= new.on_day)))) then
    raise exception 'no release covers this letter' using errcode = '23514', constraint = 'letter_released';
  end if;
  return new;
end $$;
