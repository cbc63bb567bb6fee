-- How a patient is asked: at their own hour and in their own zone, or not at all; which numbers want no more text
-- messages; and the days between one asking and the next that this clinic signed for. All appended; the newest counts.

create table asking_choice (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  asked boolean not null,                      -- false: nothing is asked by itself any more
  hour text check (hour ~ '^(0[89]|1[0-9]):00$'), -- of the day, outside the quiet hours; null: as the clinic does
  time_zone text,                              -- null: the zone on record, or else the clinic's
  at timestamptz not null,
  link_id uuid,
  staff_id uuid,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  check (num_nonnulls(link_id, staff_id) = 1),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);
create index on asking_choice (clinic_id, patient_id, seq desc);

create view asking_now with (security_invoker = true) as
  select distinct on (c.clinic_id, c.patient_id) c.* from asking_choice c order by c.clinic_id, c.patient_id, c.seq desc;

-- What a number said about text messages: by text, behind a link, or told to staff.
create table text_said (
  clinic_id uuid not null references clinic,
  id uuid not null,
  number text not null check (number ~ '^[0-9]{7,15}$'),   -- as patient_identity.phone_digits
  means text not null check (means in ('stop', 'start', 'other')),
  words text check (length(words) <= 2000),    -- of a text that came: as it came
  gateway_id text,                             -- its name at the gateway: the same text twice is stored once
  patient_id uuid,
  link_id uuid,
  staff_id uuid,
  at timestamptz not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  unique (clinic_id, gateway_id),
  check (num_nonnulls(gateway_id, link_id, staff_id) = 1),
  check (means <> 'other' or gateway_id is not null),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, link_id) references patient_link (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);
create index on text_said (clinic_id, number, seq desc);

create view texts_stopped with (security_invoker = true) as
  select s.clinic_id, s.number, s.at, s.link_id, s.staff_id, s.gateway_id
  from (select distinct on (t.clinic_id, t.number) t.* from text_said t
        where t.means in ('stop', 'start') order by t.clinic_id, t.number, t.seq desc) s
  where s.means = 'stop';

-- The days between one asking of the questionnaires and the next, where this clinic differs from the house numbers.
create table asking_rhythm (
  clinic_id uuid not null references clinic,
  id uuid not null,
  induction_days integer check (induction_days between 3 and 14),  -- null: the house number
  later_days integer check (later_days between 7 and 35),
  why text not null check (length(why) between 3 and 2000),
  signed_as text not null check (length(signed_as) between 1 and 200),
  signed_by uuid not null,
  signed_at timestamptz not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['asking_choice', 'text_said', 'asking_rhythm'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
grant select on asking_now, texts_stopped to evenkeel_app;
