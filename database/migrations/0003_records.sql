-- Who the patient is and what is known about them. Facts are rows, appended: a correction, an ending or a withdrawal is
-- a new row that names the one it corrects; a row can be corrected once, so of two people who correct it the first wins.

create table patient (
  clinic_id uuid not null references clinic,
  id uuid not null,
  number bigint not null check (number > 0),   -- the short number on the folder, per clinic
  registered_at timestamptz not null,
  registered_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, number),
  foreign key (clinic_id, registered_by) references staff (clinic_id, id)
);

-- Every version of who they are. Read the newest through `patient_now`. Null means that nobody has said.
create table patient_identity (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  version bigint not null check (version > 0),
  given_name text not null,                    -- may be empty for somebody with one name only
  middle_name text not null default '',
  family_name text not null,
  suffix text not null default '',
  preferred_name text not null default '',
  birth_date date not null,
  sex text check (sex in ('female', 'male', 'intersex')),   -- for clinical use; null: not recorded
  gender_identity text not null default '',
  pronouns text not null default '',
  language text not null default '',
  needs_interpreter boolean,                   -- null: not asked
  time_zone text,                              -- null: the clinic's
  address jsonb not null default '{}',         -- line1, line2, city, state, postalCode, country
  phone text not null default '',
  email text not null default '',
  reach_by text[] not null default '{}' check (reach_by <@ array['call', 'sms', 'mail', 'letter']),
  may_leave_message boolean,                   -- null: not asked, and then nothing is left
  reach_note text not null default '',         -- how to reach them safely, in words
  name_key text not null,                      -- the names without case, accents and punctuation, for finding them
  phone_digits text not null default '',
  why text not null default '',                -- why this version was made
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id, version),
  check (given_name <> '' or family_name <> ''),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);
create index on patient_identity (clinic_id, birth_date);
create index on patient_identity (clinic_id, name_key);

-- Registering somebody who looks like a patient we have already is a decision, kept.
create table duplicate_decision (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,                    -- the one registered anyway
  candidate_id uuid not null,                  -- the one they look like
  because text[] not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, candidate_id) references patient (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);
create index on duplicate_decision (clinic_id, patient_id);

create table contact (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('emergency', 'escort')),
  name text not null,
  phone text not null,
  relation text not null default '',
  is_adult boolean,                            -- null: not asked
  note text not null default '',
  change text not null check (change in ('recorded', 'corrected', 'ended', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

create table pharmacy (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  phone text not null default '',
  fax text not null default '',
  address text not null default '',
  change text not null check (change in ('recorded', 'corrected', 'ended', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

create table coverage (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('insurance', 'self-pay')),
  payer text not null default '',
  plan text not null default '',
  member_id text not null default '',
  group_number text not null default '',
  holder text not null default '',             -- who holds the policy, when it is not the patient
  change text not null check (change in ('recorded', 'corrected', 'ended', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

create table problem (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  words text not null,
  code text,                                   -- ICD-10-CM, when somebody chose one
  status text not null check (status in ('active', 'in remission', 'resolved')),
  onset text check (onset ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),   -- as precisely as it is known: 2019, 2019-05, 2019-05-03
  change text not null check (change in ('recorded', 'corrected', 'ended', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

create table medicine (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  dose text not null default '',
  frequency text not null default '',
  prescriber text not null default '',
  started text check (started ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  stopped text check (stopped ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  change text not null check (change in ('recorded', 'corrected', 'ended', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

create table allergy (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  substance text not null,
  reaction text not null default '',
  severity text check (severity in ('mild', 'moderate', 'severe')),   -- null: not known
  change text not null check (change in ('recorded', 'corrected', 'ended', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

-- "No known allergies" is something a person said on a day, never what an empty list means.
create table none_known (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  about text not null check (about in ('problem', 'medicine', 'allergy')),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);
create index on none_known (clinic_id, patient_id);

-- Who looks after whom. A therapist sees the patients whose team they are on, and no others.
create table care_team (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  staff_id uuid not null,
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (clinic_id, id),
  check ((ended_at is null) = (ended_by is null)),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id),
  foreign key (clinic_id, assigned_by) references staff (clinic_id, id)
);
create unique index care_team_once on care_team (clinic_id, patient_id, staff_id) where ended_at is null;

do $$ declare t text; begin
  foreach t in array array['contact', 'pharmacy', 'coverage', 'problem', 'medicine', 'allergy'] loop
    execute format('alter table %1$I
      add constraint %1$I_patient foreign key (clinic_id, patient_id) references patient (clinic_id, id),
      add constraint %1$I_recorder foreign key (clinic_id, recorded_by) references staff (clinic_id, id),
      add constraint %1$I_same_patient unique (clinic_id, patient_id, id),
      add constraint %1$I_of_same_patient foreign key (clinic_id, patient_id, corrects)
        references %1$I (clinic_id, patient_id, id),
      add constraint %1$I_corrected_once unique (clinic_id, corrects),
      add constraint %1$I_change check ((change = ''recorded'') = (corrects is null))', t);
  end loop;
  foreach t in array array['patient', 'patient_identity', 'duplicate_decision', 'contact', 'pharmacy', 'coverage',
                           'problem', 'medicine', 'allergy', 'none_known', 'care_team'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
grant update (ended_at, ended_by) on care_team to evenkeel_app;

-- The patient as they are now: the newest version of who they are. `display_name` is what they like to be called.
create view patient_now with (security_invoker = true) as
  select p.clinic_id, p.id, p.number, p.registered_at, p.registered_by,
         i.version, i.given_name, i.middle_name, i.family_name, i.suffix, i.preferred_name,
         concat_ws(' ', nullif(i.given_name, ''), nullif(i.middle_name, ''), nullif(i.family_name, ''), nullif(i.suffix, '')) as legal_name,
         concat_ws(' ', coalesce(nullif(i.preferred_name, ''), nullif(i.given_name, '')), nullif(i.family_name, '')) as display_name,
         i.birth_date, i.sex, i.gender_identity, i.pronouns, i.language, i.needs_interpreter, i.time_zone, i.address,
         i.phone, i.email, i.reach_by, i.may_leave_message, i.reach_note,
         i.name_key, i.phone_digits, i.recorded_at, i.recorded_by
  from patient p
  join lateral (select * from patient_identity v where v.clinic_id = p.clinic_id and v.patient_id = p.id
                order by v.version desc limit 1) i on true;
grant select on patient_now to evenkeel_app;
