-- Made by database/write-schema.ts from the migrations: read it, never edit it.
set check_function_bodies = off;

do $$
begin
  if not exists (select from pg_roles where rolname = 'evenkeel_app') then
    create role evenkeel_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant usage on schema %I to evenkeel_app', current_schema());
end $$;

create table migration (
  id text not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (id)
);

CREATE OR REPLACE FUNCTION evenkeel_clinic()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('evenkeel.clinic_id'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION evenkeel_knock()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('evenkeel.knock'::text, true), ''::text)
;

create table clinic (
  clinic_id uuid not null,
  name text not null,
  address jsonb default '{}'::jsonb not null,
  time_zone text not null,
  emergency_plan text default ''::text not null,
  message_cover jsonb default '{}'::jsonb not null,
  policy jsonb default '{}'::jsonb not null,
  is_demo boolean default false not null,
  created_at timestamp with time zone default now() not null,
  drill_of uuid,
  constraint clinic_pkey PRIMARY KEY (clinic_id),
  constraint clinic_drill CHECK (((drill_of IS NULL) OR (is_demo AND (drill_of <> clinic_id)))),
  constraint clinic_name_check CHECK ((name <> ''::text))
);

create table staff (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  email text not null,
  roles text[] not null,
  active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint staff_pkey PRIMARY KEY (clinic_id, id),
  constraint staff_clinic_id_email_key UNIQUE (clinic_id, email),
  constraint staff_email CHECK ((POSITION(('\'::text) IN (email)) = 0)),
  constraint staff_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint staff_name_check CHECK ((name <> ''::text)),
  constraint staff_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

create table audit_head (
  clinic_id uuid not null,
  seq bigint not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_head_pkey PRIMARY KEY (clinic_id),
  constraint audit_head_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

create table audit_entry (
  clinic_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  patient_id uuid,
  detail jsonb default '{}'::jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_entry_pkey PRIMARY KEY (clinic_id, seq),
  constraint audit_entry_seq_check CHECK ((seq > 0))
);

CREATE OR REPLACE FUNCTION audit_hash(previous bytea, clinic uuid, seq bigint, at timestamp with time zone, actor_kind text, actor_id uuid, action text, subject_kind text, subject_id text, patient_id uuid, detail jsonb)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN sha256((previous || convert_to((jsonb_build_array(clinic, seq, to_char((at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text), actor_kind, actor_id, action, subject_kind, subject_id, patient_id, detail))::text, 'UTF8'::name)))
;

CREATE OR REPLACE FUNCTION append_audit(at timestamp with time zone, actor_kind text, actor_id uuid, action text, subject_kind text, subject_id text, patient_id uuid, detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
  clinic constant uuid := evenkeel_clinic();
  entry_seq bigint;
begin
  loop
    with head as (
      update audit_head h set seq = h.seq + 1, previous_hash = h.hash,
        hash = audit_hash(h.hash, clinic, h.seq + 1, at, actor_kind, actor_id, action,
                          subject_kind, subject_id, patient_id, detail)
      where h.clinic_id = clinic
      returning h.seq, h.previous_hash, h.hash
    )
    insert into audit_entry (clinic_id, seq, at, actor_kind, actor_id, action, subject_kind, subject_id, patient_id,
                             detail, previous_hash, hash)
      select clinic, head.seq, at, actor_kind, actor_id, action, subject_kind, subject_id, patient_id,
             detail, head.previous_hash, head.hash
      from head
      returning seq into entry_seq;
    exit when found;
    insert into audit_head (clinic_id, seq, previous_hash, hash) values (clinic, 0, '\x', '\x')
      on conflict (clinic_id) do nothing;
  end loop;
  perform pg_notify('evenkeel', json_build_object(
    'clinic', clinic, 'action', action, 'subject', subject_id, 'patient', patient_id)::text);
  return entry_seq;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_setting('evenkeel.discard_demo', true) = old.clinic_id::text
     and exists (select from clinic c where c.clinic_id = old.clinic_id and c.is_demo) then
    return old;
  end if;
  raise exception 'an audit entry cannot be changed or removed' using errcode = 'restrict_violation';
end $function$
;

create table password (
  clinic_id uuid not null,
  id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null,
  constraint password_pkey PRIMARY KEY (clinic_id, id),
  constraint password_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint password_clinic_id_id_fkey FOREIGN KEY (clinic_id, id) REFERENCES staff(clinic_id, id)
);

create table totp (
  clinic_id uuid not null,
  id uuid not null,
  sealed_secret text not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint totp_pkey PRIMARY KEY (clinic_id, id),
  constraint totp_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint totp_clinic_id_id_fkey FOREIGN KEY (clinic_id, id) REFERENCES staff(clinic_id, id)
);

create table passkey (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  credential_id text not null,
  credential_hash text not null,
  public_key text not null,
  sign_count bigint not null,
  transports text[] default '{}'::text[] not null,
  name text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (clinic_id, id),
  constraint passkey_credential_hash_key UNIQUE (credential_hash),
  constraint passkey_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint passkey_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create table recovery_code (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (clinic_id, id),
  constraint recovery_code_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint recovery_code_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create table sign_in (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null,
  method text not null,
  device text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  locked_at timestamp with time zone,
  proved_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint sign_in_pkey PRIMARY KEY (clinic_id, id),
  constraint sign_in_token_hash_key UNIQUE (token_hash),
  constraint sign_in_method_check CHECK ((method = ANY (ARRAY['set up'::text, 'invitation'::text, 'passkey'::text, 'password and code'::text, 'recovery code'::text, 'display'::text, 'demo'::text]))),
  constraint sign_in_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint sign_in_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create table sign_in_attempt (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  outcome text not null,
  constraint sign_in_attempt_pkey PRIMARY KEY (clinic_id, id),
  constraint sign_in_attempt_outcome_check CHECK ((outcome = ANY (ARRAY['tried'::text, 'succeeded'::text, 'elsewhere'::text]))),
  constraint sign_in_attempt_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint sign_in_attempt_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create table invitation (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  purpose text not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (clinic_id, id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_purpose_check CHECK ((purpose = ANY (ARRAY['set up'::text, 'join'::text, 'recover'::text, 'display'::text]))),
  constraint invitation_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint invitation_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create table spent_challenge (
  clinic_id uuid not null,
  id uuid not null,
  spent_at timestamp with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (clinic_id, id),
  constraint spent_challenge_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

CREATE OR REPLACE FUNCTION enter_by_sign_in(hash text)
 RETURNS TABLE(clinic_id uuid, sign_in_id uuid, staff_id uuid, name text, roles text[], created_at timestamp with time zone, seen_at timestamp with time zone, locked_at timestamp with time zone)
 LANGUAGE plpgsql
AS $function$
declare found_clinic uuid;
begin
  select s.clinic_id into found_clinic from sign_in s where s.token_hash = hash and s.ended_at is null;
  if found_clinic is null then return; end if;
  perform set_config('evenkeel.clinic_id', found_clinic::text, true);
  return query
    select s.clinic_id, s.id, p.id, p.name, p.roles, s.created_at, s.seen_at, s.locked_at
    from sign_in s join staff p on p.clinic_id = s.clinic_id and p.id = s.staff_id
    where s.token_hash = hash and s.ended_at is null and p.active;
end $function$
;

create table patient (
  clinic_id uuid not null,
  id uuid not null,
  number bigint not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  constraint patient_pkey PRIMARY KEY (clinic_id, id),
  constraint patient_clinic_id_number_key UNIQUE (clinic_id, number),
  constraint patient_number_check CHECK ((number > 0)),
  constraint patient_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint patient_clinic_id_registered_by_fkey FOREIGN KEY (clinic_id, registered_by) REFERENCES staff(clinic_id, id)
);

create table patient_identity (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  version bigint not null,
  given_name text not null,
  middle_name text default ''::text not null,
  family_name text not null,
  suffix text default ''::text not null,
  preferred_name text default ''::text not null,
  birth_date date not null,
  sex text,
  gender_identity text default ''::text not null,
  pronouns text default ''::text not null,
  language text default ''::text not null,
  needs_interpreter boolean,
  time_zone text,
  address jsonb default '{}'::jsonb not null,
  phone text default ''::text not null,
  email text default ''::text not null,
  reach_by text[] default '{}'::text[] not null,
  may_leave_message boolean,
  reach_note text default ''::text not null,
  name_key text not null,
  phone_digits text default ''::text not null,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint patient_identity_pkey PRIMARY KEY (clinic_id, id),
  constraint patient_identity_clinic_id_patient_id_version_key UNIQUE (clinic_id, patient_id, version),
  constraint patient_identity_check CHECK (((given_name <> ''::text) OR (family_name <> ''::text))),
  constraint patient_identity_reach_by_check CHECK ((reach_by <@ ARRAY['call'::text, 'sms'::text, 'mail'::text, 'letter'::text])),
  constraint patient_identity_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text, 'intersex'::text]))),
  constraint patient_identity_version_check CHECK ((version > 0)),
  constraint patient_identity_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint patient_identity_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint patient_identity_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table duplicate_decision (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  candidate_id uuid not null,
  because text[] not null,
  reason text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint duplicate_decision_pkey PRIMARY KEY (clinic_id, id),
  constraint duplicate_decision_clinic_id_candidate_id_fkey FOREIGN KEY (clinic_id, candidate_id) REFERENCES patient(clinic_id, id),
  constraint duplicate_decision_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint duplicate_decision_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint duplicate_decision_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table contact (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null,
  name text not null,
  phone text not null,
  relation text default ''::text not null,
  is_adult boolean,
  note text default ''::text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint contact_pkey PRIMARY KEY (clinic_id, id),
  constraint contact_corrected_once UNIQUE (clinic_id, corrects),
  constraint contact_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint contact_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint contact_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'ended'::text, 'entered in error'::text]))),
  constraint contact_kind_check CHECK ((kind = ANY (ARRAY['emergency'::text, 'escort'::text]))),
  constraint contact_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint contact_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES contact(clinic_id, patient_id, id),
  constraint contact_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint contact_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table pharmacy (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  phone text default ''::text not null,
  fax text default ''::text not null,
  address text default ''::text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint pharmacy_pkey PRIMARY KEY (clinic_id, id),
  constraint pharmacy_corrected_once UNIQUE (clinic_id, corrects),
  constraint pharmacy_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint pharmacy_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint pharmacy_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'ended'::text, 'entered in error'::text]))),
  constraint pharmacy_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint pharmacy_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES pharmacy(clinic_id, patient_id, id),
  constraint pharmacy_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint pharmacy_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table coverage (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null,
  payer text default ''::text not null,
  plan text default ''::text not null,
  member_id text default ''::text not null,
  group_number text default ''::text not null,
  holder text default ''::text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint coverage_pkey PRIMARY KEY (clinic_id, id),
  constraint coverage_corrected_once UNIQUE (clinic_id, corrects),
  constraint coverage_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint coverage_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint coverage_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'ended'::text, 'entered in error'::text]))),
  constraint coverage_kind_check CHECK ((kind = ANY (ARRAY['insurance'::text, 'self-pay'::text]))),
  constraint coverage_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint coverage_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES coverage(clinic_id, patient_id, id),
  constraint coverage_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint coverage_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table problem (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  words text not null,
  code text,
  status text not null,
  onset text,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint problem_pkey PRIMARY KEY (clinic_id, id),
  constraint problem_corrected_once UNIQUE (clinic_id, corrects),
  constraint problem_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint problem_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint problem_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'ended'::text, 'entered in error'::text]))),
  constraint problem_onset_check CHECK ((onset ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint problem_status_check CHECK ((status = ANY (ARRAY['active'::text, 'in remission'::text, 'resolved'::text]))),
  constraint problem_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint problem_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES problem(clinic_id, patient_id, id),
  constraint problem_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint problem_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table medicine (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  name text not null,
  dose text default ''::text not null,
  frequency text default ''::text not null,
  prescriber text default ''::text not null,
  started text,
  stopped text,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  classes text[],
  constraint medicine_pkey PRIMARY KEY (clinic_id, id),
  constraint medicine_corrected_once UNIQUE (clinic_id, corrects),
  constraint medicine_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint medicine_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint medicine_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'ended'::text, 'entered in error'::text]))),
  constraint medicine_started_check CHECK ((started ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint medicine_stopped_check CHECK ((stopped ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint medicine_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint medicine_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES medicine(clinic_id, patient_id, id),
  constraint medicine_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint medicine_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table allergy (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  substance text not null,
  reaction text default ''::text not null,
  severity text,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint allergy_pkey PRIMARY KEY (clinic_id, id),
  constraint allergy_corrected_once UNIQUE (clinic_id, corrects),
  constraint allergy_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint allergy_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint allergy_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'ended'::text, 'entered in error'::text]))),
  constraint allergy_severity_check CHECK ((severity = ANY (ARRAY['mild'::text, 'moderate'::text, 'severe'::text]))),
  constraint allergy_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint allergy_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES allergy(clinic_id, patient_id, id),
  constraint allergy_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint allergy_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table none_known (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  about text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint none_known_pkey PRIMARY KEY (clinic_id, id),
  constraint none_known_about_check CHECK ((about = ANY (ARRAY['problem'::text, 'medicine'::text, 'allergy'::text]))),
  constraint none_known_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint none_known_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint none_known_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table care_team (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  staff_id uuid not null,
  assigned_at timestamp with time zone not null,
  assigned_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint care_team_pkey PRIMARY KEY (clinic_id, id),
  constraint care_team_check CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint care_team_clinic_id_assigned_by_fkey FOREIGN KEY (clinic_id, assigned_by) REFERENCES staff(clinic_id, id),
  constraint care_team_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint care_team_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint care_team_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create view patient_now with (security_invoker=true) as
 SELECT p.clinic_id,
    p.id,
    p.number,
    p.registered_at,
    p.registered_by,
    i.version,
    i.given_name,
    i.middle_name,
    i.family_name,
    i.suffix,
    i.preferred_name,
    concat_ws(' '::text, NULLIF(i.given_name, ''::text), NULLIF(i.middle_name, ''::text), NULLIF(i.family_name, ''::text), NULLIF(i.suffix, ''::text)) AS legal_name,
    concat_ws(' '::text, COALESCE(NULLIF(i.preferred_name, ''::text), NULLIF(i.given_name, ''::text)), NULLIF(i.family_name, ''::text)) AS display_name,
    i.birth_date,
    i.sex,
    i.gender_identity,
    i.pronouns,
    i.language,
    i.needs_interpreter,
    i.time_zone,
    i.address,
    i.phone,
    i.email,
    i.reach_by,
    i.may_leave_message,
    i.reach_note,
    i.name_key,
    i.phone_digits,
    i.recorded_at,
    i.recorded_by
   FROM (patient p
     JOIN LATERAL ( SELECT v.clinic_id,
            v.id,
            v.patient_id,
            v.version,
            v.given_name,
            v.middle_name,
            v.family_name,
            v.suffix,
            v.preferred_name,
            v.birth_date,
            v.sex,
            v.gender_identity,
            v.pronouns,
            v.language,
            v.needs_interpreter,
            v.time_zone,
            v.address,
            v.phone,
            v.email,
            v.reach_by,
            v.may_leave_message,
            v.reach_note,
            v.name_key,
            v.phone_digits,
            v.why,
            v.recorded_at,
            v.recorded_by
           FROM patient_identity v
          WHERE ((v.clinic_id = p.clinic_id) AND (v.patient_id = p.id))
          ORDER BY v.version DESC
         LIMIT 1) i ON (true));

create table evaluation (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  started_at timestamp with time zone not null,
  started_by uuid not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  close_reason text,
  constraint evaluation_pkey PRIMARY KEY (clinic_id, id),
  constraint evaluation_clinic_id_patient_id_id_key UNIQUE (clinic_id, patient_id, id),
  constraint evaluation_check CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (close_reason IS NULL)))),
  constraint evaluation_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint evaluation_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint evaluation_clinic_id_started_by_fkey FOREIGN KEY (clinic_id, started_by) REFERENCES staff(clinic_id, id)
);

create table evaluation_fact (
  clinic_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  key text not null,
  value jsonb not null,
  confirmed boolean default false not null,
  corrects uuid,
  seq bigint generated always as identity not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint evaluation_fact_pkey PRIMARY KEY (clinic_id, id),
  constraint evaluation_fact_clinic_id_evaluation_id_key_id_key UNIQUE (clinic_id, evaluation_id, key, id),
  constraint evaluation_fact_key_check CHECK ((key <> ''::text)),
  constraint evaluation_fact_clinic_id_evaluation_id_fkey FOREIGN KEY (clinic_id, evaluation_id) REFERENCES evaluation(clinic_id, id),
  constraint evaluation_fact_clinic_id_evaluation_id_key_corrects_fkey FOREIGN KEY (clinic_id, evaluation_id, key, corrects) REFERENCES evaluation_fact(clinic_id, evaluation_id, key, id),
  constraint evaluation_fact_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint evaluation_fact_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table determination (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  evaluation_id uuid not null,
  route text not null,
  outcome text not null,
  reasons text not null,
  findings jsonb not null,
  addressed jsonb not null,
  lists jsonb not null,
  needs_confirmation boolean not null,
  replaces uuid,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  reevaluate_by date,
  constraint determination_pkey PRIMARY KEY (clinic_id, id),
  constraint determination_clinic_id_patient_id_route_id_key UNIQUE (clinic_id, patient_id, route, id),
  constraint determination_outcome_check CHECK ((outcome = ANY (ARRAY['suitable'::text, 'not suitable'::text, 'not yet'::text]))),
  constraint determination_reasons_check CHECK ((reasons <> ''::text)),
  constraint determination_route_check CHECK ((route = ANY (ARRAY['im'::text, 'iv'::text, 'lozenge'::text, 'esketamine'::text]))),
  constraint determination_clinic_id_decided_by_fkey FOREIGN KEY (clinic_id, decided_by) REFERENCES staff(clinic_id, id),
  constraint determination_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint determination_clinic_id_patient_id_evaluation_id_fkey FOREIGN KEY (clinic_id, patient_id, evaluation_id) REFERENCES evaluation(clinic_id, patient_id, id),
  constraint determination_clinic_id_patient_id_route_replaces_fkey FOREIGN KEY (clinic_id, patient_id, route, replaces) REFERENCES determination(clinic_id, patient_id, route, id)
);

create table determination_confirmation (
  clinic_id uuid not null,
  id uuid not null,
  determination_id uuid not null,
  answer text not null,
  reason text not null,
  by_same_person boolean not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid not null,
  constraint determination_confirmation_pkey PRIMARY KEY (clinic_id, id),
  constraint determination_confirmation_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'not confirmed'::text]))),
  constraint determination_confirmation_reason_check CHECK ((reason <> ''::text)),
  constraint determination_confirmation_clinic_id_confirmed_by_fkey FOREIGN KEY (clinic_id, confirmed_by) REFERENCES staff(clinic_id, id),
  constraint determination_confirmation_clinic_id_determination_id_fkey FOREIGN KEY (clinic_id, determination_id) REFERENCES determination(clinic_id, id),
  constraint determination_confirmation_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

create table consent_document (
  clinic_id uuid not null,
  id uuid not null,
  route text not null,
  language text not null,
  version integer not null,
  content text not null,
  hash text not null,
  what_changed text not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  constraint consent_document_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_document_clinic_id_route_language_version_key UNIQUE (clinic_id, route, language, version),
  constraint consent_document_check CHECK ((hash = encode(sha256(convert_to(content, 'UTF8'::name)), 'hex'::text))),
  constraint consent_document_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint consent_document_route_check CHECK ((route = ANY (ARRAY['im'::text, 'iv'::text, 'lozenge'::text, 'esketamine'::text]))),
  constraint consent_document_version_check CHECK ((version >= 1)),
  constraint consent_document_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_document_clinic_id_published_by_fkey FOREIGN KEY (clinic_id, published_by) REFERENCES staff(clinic_id, id)
);

create table consent_request (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  route text not null,
  document_id uuid not null,
  document_version integer not null,
  canonical text not null,
  rendered text not null,
  canonical_hash text not null,
  text_hash text not null,
  seq bigint generated always as identity not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  therapist_id uuid,
  constraint consent_request_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_request_clinic_id_id_text_hash_key UNIQUE (clinic_id, id, text_hash),
  constraint consent_request_check CHECK ((canonical_hash = encode(sha256(convert_to(canonical, 'UTF8'::name)), 'hex'::text))),
  constraint consent_request_check1 CHECK ((text_hash = encode(sha256(convert_to(rendered, 'UTF8'::name)), 'hex'::text))),
  constraint consent_request_route_check CHECK ((route = ANY (ARRAY['im'::text, 'iv'::text, 'lozenge'::text, 'esketamine'::text]))),
  constraint consent_request_clinic_id_asked_by_fkey FOREIGN KEY (clinic_id, asked_by) REFERENCES staff(clinic_id, id),
  constraint consent_request_clinic_id_document_id_fkey FOREIGN KEY (clinic_id, document_id) REFERENCES consent_document(clinic_id, id),
  constraint consent_request_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_request_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint consent_request_clinic_id_therapist_id_fkey FOREIGN KEY (clinic_id, therapist_id) REFERENCES staff(clinic_id, id)
);

create table consent_link (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  link_id uuid not null,
  how text not null,
  present uuid,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint consent_link_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_link_clinic_id_link_id_key UNIQUE (clinic_id, link_id),
  constraint consent_link_how_check CHECK ((how = ANY (ARRAY['mail'::text, 'sms'::text, 'tablet'::text]))),
  constraint consent_link_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_link_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES staff(clinic_id, id),
  constraint consent_link_clinic_id_present_fkey FOREIGN KEY (clinic_id, present) REFERENCES staff(clinic_id, id),
  constraint consent_link_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES consent_request(clinic_id, id)
);

create table consent_question (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  section text not null,
  words text not null,
  link_id uuid not null,
  asked_at timestamp with time zone not null,
  constraint consent_question_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_question_words_check CHECK ((words <> ''::text)),
  constraint consent_question_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_question_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES consent_request(clinic_id, id)
);

create table consent_answer (
  clinic_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  words text not null,
  answered_at timestamp with time zone not null,
  answered_by uuid not null,
  constraint consent_answer_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_answer_clinic_id_question_id_key UNIQUE (clinic_id, question_id),
  constraint consent_answer_words_check CHECK ((words <> ''::text)),
  constraint consent_answer_clinic_id_answered_by_fkey FOREIGN KEY (clinic_id, answered_by) REFERENCES staff(clinic_id, id),
  constraint consent_answer_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_answer_clinic_id_question_id_fkey FOREIGN KEY (clinic_id, question_id) REFERENCES consent_question(clinic_id, id)
);

create table consent_signature (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  text_hash text not null,
  signed_name text not null,
  device_kind text not null,
  link_id uuid not null,
  present uuid,
  signed_at timestamp with time zone not null,
  confirmed text[] default '{}'::text[] not null,
  constraint consent_signature_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_signature_clinic_id_request_id_key UNIQUE (clinic_id, request_id),
  constraint consent_signature_device_kind_check CHECK ((device_kind = ANY (ARRAY['phone'::text, 'tablet'::text, 'computer'::text, 'unknown'::text]))),
  constraint consent_signature_signed_name_check CHECK ((signed_name <> ''::text)),
  constraint consent_signature_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_signature_clinic_id_present_fkey FOREIGN KEY (clinic_id, present) REFERENCES staff(clinic_id, id),
  constraint consent_signature_clinic_id_request_id_text_hash_fkey FOREIGN KEY (clinic_id, request_id, text_hash) REFERENCES consent_request(clinic_id, id, text_hash)
);

create table consent_countersignature (
  clinic_id uuid not null,
  id uuid not null,
  signature_id uuid not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  talked_through text,
  constraint consent_countersignature_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_countersignature_clinic_id_signature_id_key UNIQUE (clinic_id, signature_id),
  constraint consent_countersignature_talked_through_check CHECK ((talked_through <> ''::text)),
  constraint consent_countersignature_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_countersignature_clinic_id_signature_id_fkey FOREIGN KEY (clinic_id, signature_id) REFERENCES consent_signature(clinic_id, id),
  constraint consent_countersignature_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

create table consent_withdrawal (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  reason text not null,
  withdrawn_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  link_id uuid,
  constraint consent_withdrawal_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_withdrawal_clinic_id_request_id_key UNIQUE (clinic_id, request_id),
  constraint consent_withdrawal_hand_check CHECK (((num_nonnulls(recorded_by, link_id) = 1) AND ((link_id IS NULL) OR (withdrawn_at = recorded_at)))),
  constraint consent_withdrawal_reason_check CHECK (((reason <> ''::text) OR (link_id IS NOT NULL))),
  constraint consent_withdrawal_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint consent_withdrawal_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id),
  constraint consent_withdrawal_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES consent_request(clinic_id, id)
);

CREATE OR REPLACE FUNCTION consent_request_waits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

create table plan (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  route text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint plan_pkey PRIMARY KEY (clinic_id, id),
  constraint plan_clinic_id_id_patient_id_key UNIQUE (clinic_id, id, patient_id),
  constraint plan_route_check CHECK ((route = ANY (ARRAY['im'::text, 'iv'::text, 'lozenge'::text, 'esketamine'::text]))),
  constraint plan_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint plan_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES staff(clinic_id, id),
  constraint plan_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table plan_version (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  number integer not null,
  drug text not null,
  dose_mg numeric(7,2) not null,
  dose_confirmed text,
  weight_kg numeric(5,1),
  weight_recorded_at timestamp with time zone,
  sessions integer not null,
  days_between_least integer not null,
  days_between_most integer not null,
  per_week_most integer,
  review_after integer[] not null,
  goals text not null,
  notes text not null,
  determination_id uuid not null,
  consent_request_id uuid not null,
  why text not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  spray jsonb,
  infusion_minutes integer,
  constraint plan_version_pkey PRIMARY KEY (clinic_id, id),
  constraint plan_version_clinic_id_plan_id_number_key UNIQUE (clinic_id, plan_id, number),
  constraint plan_version_check CHECK ((days_between_most >= days_between_least)),
  constraint plan_version_days_between_least_check CHECK (((days_between_least >= 1) AND (days_between_least <= 365))),
  constraint plan_version_days_between_most_check CHECK (((days_between_most >= 1) AND (days_between_most <= 365))),
  constraint plan_version_dose_mg_check CHECK (((dose_mg > (0)::numeric) AND (dose_mg <= (1000)::numeric))),
  constraint plan_version_drug_check CHECK ((drug = ANY (ARRAY['ketamine'::text, 'esketamine'::text]))),
  constraint plan_version_infusion_minutes CHECK (((infusion_minutes IS NULL) OR ((drug = 'ketamine'::text) AND ((infusion_minutes >= 1) AND (infusion_minutes <= 720))))),
  constraint plan_version_number_check CHECK ((number >= 1)),
  constraint plan_version_per_week_most_check CHECK (((per_week_most >= 1) AND (per_week_most <= 7))),
  constraint plan_version_sessions_check CHECK (((sessions >= 1) AND (sessions <= 60))),
  constraint plan_version_spray CHECK (((drug = 'esketamine'::text) = (spray IS NOT NULL))),
  constraint plan_version_spray_dose CHECK (((drug <> 'esketamine'::text) OR (dose_mg = ANY (ARRAY[(56)::numeric, (84)::numeric])))),
  constraint plan_version_spray_says CHECK (((spray IS NULL) OR COALESCE((((spray ->> 'indication'::text) = ANY (ARRAY['resistant depression'::text, 'depression with acute suicidal thoughts'::text])) AND ((spray ->> 'phase'::text) = ANY (ARRAY['induction'::text, 'maintenance'::text])) AND (jsonb_typeof((spray -> 'withAntidepressant'::text)) = 'boolean'::text) AND (jsonb_typeof((spray -> 'remsEnrolled'::text)) = 'boolean'::text) AND (jsonb_typeof((spray -> 'settingCertified'::text)) = 'boolean'::text) AND (((spray ->> 'indication'::text) = 'resistant depression'::text) OR ((spray -> 'withAntidepressant'::text))::boolean)), false))),
  constraint plan_version_weight_kg_check CHECK (((weight_kg >= (20)::numeric) AND (weight_kg <= (350)::numeric))),
  constraint plan_version_why_check CHECK ((why <> ''::text)),
  constraint plan_version_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint plan_version_clinic_id_plan_id_patient_id_fkey FOREIGN KEY (clinic_id, plan_id, patient_id) REFERENCES plan(clinic_id, id, patient_id),
  constraint plan_version_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

create table plan_review (
  clinic_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  plan_version_id uuid not null,
  point text not null,
  after_session integer not null,
  decision text not null,
  reason text not null,
  decided_at timestamp with time zone not null,
  decided_by uuid not null,
  constraint plan_review_pkey PRIMARY KEY (clinic_id, id),
  constraint plan_review_after_session_check CHECK ((after_session >= 0)),
  constraint plan_review_decision_check CHECK ((decision = ANY (ARRAY['continue'::text, 'change dose or interval'::text, 'change route'::text, 'add therapy'::text, 'refer'::text, 'stop'::text, 'change'::text]))),
  constraint plan_review_point_check CHECK ((point = ANY (ARRAY['after session'::text, 'at the end'::text, 'at another time'::text]))),
  constraint plan_review_reason_check CHECK ((reason <> ''::text)),
  constraint plan_review_clinic_id_decided_by_fkey FOREIGN KEY (clinic_id, decided_by) REFERENCES staff(clinic_id, id),
  constraint plan_review_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint plan_review_clinic_id_plan_id_patient_id_fkey FOREIGN KEY (clinic_id, plan_id, patient_id) REFERENCES plan(clinic_id, id, patient_id),
  constraint plan_review_clinic_id_plan_version_id_fkey FOREIGN KEY (clinic_id, plan_version_id) REFERENCES plan_version(clinic_id, id)
);

CREATE OR REPLACE FUNCTION plan_one_at_a_time()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.patient_id::text, 6));
  if exists (select from plan p where p.clinic_id = new.clinic_id and p.patient_id = new.patient_id
             and not exists (select from plan_review r where r.clinic_id = p.clinic_id and r.plan_id = p.id and r.decision = 'stop')) then
    raise exception 'this patient has a plan' using errcode = '23505', constraint = 'plan_one_at_a_time';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION plan_not_stopped()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.patient_id::text, 6));
  if exists (select from plan_review r where r.clinic_id = new.clinic_id and r.plan_id = new.plan_id and r.decision = 'stop') then
    raise exception 'this plan was stopped' using errcode = '23514', constraint = 'plan_not_stopped';
  end if;
  return new;
end $function$
;

create table room (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  place integer default 0 not null,
  retired_at timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  location_id uuid not null,
  constraint room_pkey PRIMARY KEY (clinic_id, id),
  constraint room_name_check CHECK ((btrim(name) <> ''::text)),
  constraint room_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint room_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES staff(clinic_id, id)
);

create type uuid_range as range (subtype = uuid);

create table session (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  plan_id uuid not null,
  plan_version_id uuid not null,
  route text not null,
  room_id uuid not null,
  booked_for timestamp with time zone not null,
  minutes integer not null,
  ends_at timestamp with time zone not null,
  responsible_id uuid not null,
  ended_at timestamp with time zone,
  ended_as text,
  booked_at timestamp with time zone not null,
  booked_by uuid not null,
  constraint session_pkey PRIMARY KEY (clinic_id, id),
  constraint session_check CHECK ((ends_at = (booked_for + make_interval(mins => minutes)))),
  constraint session_check1 CHECK (((ended_at IS NULL) = (ended_as IS NULL))),
  constraint session_ended_as_check CHECK ((ended_as = ANY (ARRAY['released'::text, 'stopped'::text, 'cancelled'::text, 'no-show'::text]))),
  constraint session_minutes_check CHECK (((minutes >= 15) AND (minutes <= 720))),
  constraint session_route_check CHECK ((route = ANY (ARRAY['im'::text, 'iv'::text, 'lozenge'::text, 'esketamine'::text]))),
  constraint session_patient_free EXCLUDE USING gist (uuid_range(clinic_id, clinic_id, '[]'::text) WITH &&, uuid_range(patient_id, patient_id, '[]'::text) WITH &&, tstzrange(booked_for, ends_at) WITH &&) WHERE ((ended_at IS NULL)),
  constraint session_room_free EXCLUDE USING gist (uuid_range(clinic_id, clinic_id, '[]'::text) WITH &&, uuid_range(room_id, room_id, '[]'::text) WITH &&, tstzrange(booked_for, ends_at) WITH &&) WHERE ((ended_at IS NULL)),
  constraint session_clinic_id_booked_by_fkey FOREIGN KEY (clinic_id, booked_by) REFERENCES staff(clinic_id, id),
  constraint session_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint session_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint session_clinic_id_plan_id_patient_id_fkey FOREIGN KEY (clinic_id, plan_id, patient_id) REFERENCES plan(clinic_id, id, patient_id),
  constraint session_clinic_id_plan_version_id_fkey FOREIGN KEY (clinic_id, plan_version_id) REFERENCES plan_version(clinic_id, id),
  constraint session_clinic_id_responsible_id_fkey FOREIGN KEY (clinic_id, responsible_id) REFERENCES staff(clinic_id, id),
  constraint session_clinic_id_room_id_fkey FOREIGN KEY (clinic_id, room_id) REFERENCES room(clinic_id, id)
);

create table session_event (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  data jsonb default '{}'::jsonb not null,
  corrects uuid,
  seq bigint generated always as identity not null,
  clearance_id uuid generated always as (
CASE
    WHEN (kind = 'dose'::text) THEN ((data ->> 'clearanceId'::text))::uuid
    ELSE NULL::uuid
END) stored,
  clearance_kind text generated always as (
CASE
    WHEN (kind = 'dose'::text) THEN 'cleared'::text
    ELSE NULL::text
END) stored,
  dose_id uuid generated always as (
CASE
    WHEN (kind = 'released'::text) THEN ((data ->> 'doseId'::text))::uuid
    ELSE NULL::uuid
END) stored,
  dose_kind text generated always as (
CASE
    WHEN (kind = 'released'::text) THEN 'dose'::text
    ELSE NULL::text
END) stored,
  constraint session_event_pkey PRIMARY KEY (clinic_id, id),
  constraint session_event_of_session UNIQUE (clinic_id, session_id, kind, id),
  constraint session_event_corrects_something CHECK (((kind = 'correction'::text) = (corrects IS NOT NULL))),
  constraint session_event_dose_cleared CHECK (((kind <> 'dose'::text) OR (clearance_id IS NOT NULL))),
  constraint session_event_dose_numbered CHECK (((kind <> 'dose'::text) OR COALESCE((((data ->> 'number'::text))::integer >= 1), false))),
  constraint session_event_kind_check CHECK ((kind = ANY (ARRAY['booked'::text, 'rescheduled'::text, 'cancelled'::text, 'no-show'::text, 'arrived'::text, 'handed over'::text, 'facts'::text, 'vitals'::text, 'not cleared'::text, 'cleared'::text, 'dose'::text, 'infusion changed'::text, 'lozenge ended'::text, 'line placed'::text, 'line removed'::text, 'decided'::text, 'side effect'::text, 'side effect ended'::text, 'remark'::text, 'released'::text, 'stopped'::text, 'addendum'::text, 'correction'::text, 'signed'::text]))),
  constraint session_event_not_future CHECK ((happened_at <= (recorded_at + '00:02:00'::interval))),
  constraint session_event_release_dosed CHECK (((kind <> 'released'::text) OR (dose_id IS NOT NULL))),
  constraint session_event_release_to_somebody CHECK (((kind <> 'released'::text) OR (length(btrim((data ->> 'toName'::text))) > 0))),
  constraint session_event_clearance FOREIGN KEY (clinic_id, session_id, clearance_id, clearance_kind) REFERENCES session_event(clinic_id, session_id, id, kind),
  constraint session_event_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id),
  constraint session_event_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES session(clinic_id, id),
  constraint session_event_corrected FOREIGN KEY (clinic_id, corrects) REFERENCES session_event(clinic_id, id),
  constraint session_event_dose FOREIGN KEY (clinic_id, session_id, dose_id, dose_kind) REFERENCES session_event(clinic_id, session_id, id, kind)
);

CREATE OR REPLACE FUNCTION session_event_fits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  lock constant bigint := hashtextextended(new.clinic_id::text || new.session_id::text, 7);
  arrived timestamptz;
  ended timestamptz;
  dosed timestamptz;
  cleared timestamptz;
  corrected text;
  moved timestamptz;
begin
  if new.kind in ('facts', 'vitals', 'side effect', 'remark', 'line placed', 'addendum') then
    perform pg_advisory_xact_lock_shared(lock);
    -- Nearly always: after an arrival that nobody corrected, in a session that goes on. All else is looked at below.
    perform from session s
      join session_event a on a.clinic_id = s.clinic_id and a.session_id = s.id and a.kind = 'arrived'
      where s.clinic_id = new.clinic_id and s.id = new.session_id and s.ended_at is null and a.happened_at <= new.happened_at
        and not exists (select from session_event c where c.clinic_id = a.clinic_id and c.corrects = a.id);
    if found then
      return new;
    end if;
  else
    perform pg_advisory_xact_lock(lock);
  end if;
  if new.kind in ('addendum', 'signed') then
    return new;
  end if;

  select min(s.at) filter (where s.kind = 'arrived'), max(s.at) filter (where s.kind = 'dose'), min(s.at) filter (where s.kind = 'cleared'),
         min(s.at) filter (where s.kind in ('released', 'stopped', 'cancelled', 'no-show'))
    into arrived, dosed, cleared, ended
    from session_standing(new.clinic_id, new.session_id,
      array['arrived', 'dose', 'cleared', 'released', 'stopped', 'cancelled', 'no-show']) s;

  if new.kind = 'correction' then
    with recursive about as (
      select e.kind, e.corrects from session_event e
        where e.clinic_id = new.clinic_id and e.session_id = new.session_id and e.id = new.corrects
      union all
      select e.kind, e.corrects from about a join session_event e on e.clinic_id = new.clinic_id and e.id = a.corrects)
    select a.kind into corrected from about a where a.corrects is null;
    moved := (new.data ->> 'happenedAt')::timestamptz;
    if corrected is null then
      raise exception 'an entry of another session' using errcode = '23514', constraint = 'session_event_same_session';
    elsif moved > new.recorded_at + interval '2 minutes' then
      raise exception 'in the future' using errcode = '23514', constraint = 'session_event_not_future';
    elsif corrected = 'arrived' then
      if exists (select from session_standing(new.clinic_id, new.session_id, array[
            'facts', 'vitals', 'not cleared', 'cleared', 'dose', 'infusion changed', 'lozenge ended', 'line placed', 'line removed', 'decided',
            'side effect', 'side effect ended', 'remark', 'released', 'stopped']) s where s.at < moved - interval '1 minute') then
        raise exception 'after what was recorded' using errcode = '23514', constraint = 'session_event_arrival_too_late';
      end if;
    elsif moved < arrived - interval '1 minute' then
      raise exception 'before arrival' using errcode = '23514', constraint = 'session_event_before_arrival';
    elsif corrected = 'dose' and moved < cleared then
      raise exception 'before clearance' using errcode = '23514', constraint = 'session_event_before_clearance';
    elsif moved > ended then
      raise exception 'this session has ended' using errcode = '23514', constraint = 'session_event_moved_after_end';
    end if;
    return new;
  end if;

  -- An observation made before the end but delivered after it (a tablet without contact) is a fact and is kept.
  if ended is not null and (new.happened_at > ended or new.kind not in (
      'facts', 'vitals', 'side effect', 'side effect ended', 'remark', 'infusion changed', 'lozenge ended', 'line placed', 'line removed')) then
    raise exception 'this session has ended' using errcode = '23514', constraint = 'session_event_after_end';
  end if;
  if new.kind in ('rescheduled', 'cancelled', 'no-show') and arrived is not null then
    raise exception 'the patient has arrived' using errcode = '23514', constraint = 'session_event_after_arrival';
  end if;
  if new.kind not in ('booked', 'rescheduled', 'cancelled', 'no-show', 'arrived', 'handed over') then
    if arrived is null then
      raise exception 'nobody has arrived' using errcode = '23514', constraint = 'session_event_no_arrival';
    elsif new.happened_at < arrived - interval '1 minute' then
      raise exception 'before arrival' using errcode = '23514', constraint = 'session_event_before_arrival';
    end if;
  end if;
  if new.kind = 'dose' and new.happened_at < cleared then
    raise exception 'before clearance' using errcode = '23514', constraint = 'session_event_before_clearance';
  end if;
  if new.kind in ('released', 'stopped') and new.happened_at < dosed then
    raise exception 'before the dose' using errcode = '23514', constraint = 'session_event_before_dose';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION session_follows_log()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind = 'rescheduled' then
    update session s set
      booked_for = (new.data ->> 'bookedFor')::timestamptz,
      minutes = (new.data ->> 'minutes')::integer,
      ends_at = (new.data ->> 'bookedFor')::timestamptz + make_interval(mins => (new.data ->> 'minutes')::integer),
      room_id = (new.data ->> 'roomId')::uuid
    where s.clinic_id = new.clinic_id and s.id = new.session_id;
  elsif new.kind = 'handed over' then
    update session s set responsible_id = (new.data ->> 'toId')::uuid where s.clinic_id = new.clinic_id and s.id = new.session_id;
  else
    update session s set ended_at = new.happened_at, ended_as = new.kind where s.clinic_id = new.clinic_id and s.id = new.session_id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION session_moves_by_log_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'a booking changes by an entry in its log' using errcode = '23514', constraint = 'session_moves_by_log_only';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION session_vitals_context(session_id uuid)
 RETURNS TABLE(patient_id uuid, responsible_id uuid, route text, policy jsonb, time_zone text, emergency_plan text, events jsonb)
 LANGUAGE plpgsql
 STABLE
AS $function$
#variable_conflict use_column
declare
  clinic constant uuid := evenkeel_clinic();
  wanted constant uuid := session_vitals_context.session_id;
  given timestamptz;
begin
  select max(case e.kind when 'dose' then e.happened_at else (e.data ->> 'happenedAt')::timestamptz end) into given
    from session_event e
    where e.clinic_id = clinic and e.session_id = wanted and e.kind in ('dose', 'correction');
  return query
    select s.patient_id, s.responsible_id, s.route, c.policy, c.time_zone, c.emergency_plan,
      (select jsonb_agg(jsonb_build_object('id', e.id, 'sessionId', e.session_id, 'kind', e.kind,
         'happenedAt', to_char(e.happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'recordedAt', to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'recordedBy', e.recorded_by, 'data', e.data - 'findings' - 'answers', 'corrects', e.corrects, 'seq', e.seq))
       from (
         select * from session_event x
           where x.clinic_id = clinic and x.session_id = wanted and x.kind in ('dose', 'correction')
         union all
         select * from session_event x
           where x.clinic_id = clinic and x.session_id = wanted and x.kind = 'vitals' and x.happened_at <= given) e)
    from session s join clinic c on c.clinic_id = s.clinic_id
    where s.clinic_id = clinic and s.id = wanted;
end $function$
;

create table patient_link (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  purpose text not null,
  subject_id uuid,
  token_hash text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  asks text[],
  constraint patient_link_pkey PRIMARY KEY (clinic_id, id),
  constraint patient_link_token_hash_key UNIQUE (token_hash),
  constraint patient_link_asks_check CHECK (((purpose = 'questionnaires'::text) = ((asks IS NOT NULL) AND (cardinality(asks) > 0)))),
  constraint patient_link_check CHECK ((expires_at > made_at)),
  constraint patient_link_purpose_check CHECK ((purpose = ANY (ARRAY['consent'::text, 'next-day'::text, 'phq-9'::text, 'intake'::text, 'questionnaires'::text, 'release'::text, 'course'::text]))),
  constraint patient_link_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint patient_link_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table message (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid,
  staff_id uuid,
  link_id uuid,
  channel text not null,
  once text,
  recipient text not null,
  subject text not null,
  sealed_body text,
  queued_at timestamp with time zone not null,
  not_before timestamp with time zone not null,
  attempts integer default 0 not null,
  next_try_at timestamp with time zone not null,
  claimed_until timestamp with time zone,
  sent_at timestamp with time zone,
  gave_up_at timestamp with time zone,
  last_problem text,
  constraint message_pkey PRIMARY KEY (clinic_id, id),
  constraint message_clinic_id_once_key UNIQUE (clinic_id, once),
  constraint message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text]))),
  constraint message_check CHECK (((sent_at IS NULL) OR (gave_up_at IS NULL))),
  constraint message_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint message_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint message_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint message_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

CREATE OR REPLACE FUNCTION enter_by_link(hash text)
 RETURNS TABLE(clinic_id uuid, link_id uuid, patient_id uuid, purpose text, subject_id uuid, made_at timestamp with time zone, expires_at timestamp with time zone, opened_at timestamp with time zone, used_at timestamp with time zone, withdrawn_at timestamp with time zone)
 LANGUAGE plpgsql
AS $function$
declare found_clinic uuid;
begin
  select l.clinic_id into found_clinic from patient_link l where l.token_hash = hash;
  if found_clinic is null then return; end if;
  perform set_config('evenkeel.clinic_id', found_clinic::text, true);
  return query
    select l.clinic_id, l.id, l.patient_id, l.purpose, l.subject_id, l.made_at, l.expires_at, l.opened_at, l.used_at,
           l.withdrawn_at
    from patient_link l where l.token_hash = hash;
end $function$
;

create table response (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  instrument text not null,
  instrument_version text not null,
  answers jsonb not null,
  context_kind text not null,
  context_id uuid,
  link_id uuid,
  answered_at timestamp with time zone not null,
  answered_by_kind text not null,
  answered_by uuid not null,
  recorded_at timestamp with time zone not null,
  missing integer not null,
  score integer,
  lowest integer,
  highest integer,
  corrects uuid,
  asked_in text,
  takes_back boolean default false not null,
  why text,
  constraint response_pkey PRIMARY KEY (clinic_id, id),
  constraint response_clinic_id_link_id_instrument_key UNIQUE (clinic_id, link_id, instrument),
  constraint response_answered_by_kind_check CHECK ((answered_by_kind = ANY (ARRAY['patient'::text, 'staff'::text]))),
  constraint response_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint response_asked_in_check CHECK ((asked_in = ANY (ARRAY['en'::text, 'es'::text]))),
  constraint response_check CHECK ((lowest <= highest)),
  constraint response_check1 CHECK (((missing = 0) OR (score IS NULL))),
  constraint response_check2 CHECK ((answered_at <= (recorded_at + '00:05:00'::interval))),
  constraint response_context_kind_check CHECK ((context_kind = ANY (ARRAY['evaluation'::text, 'session'::text, 'next-day'::text, 'between'::text, 'follow-up'::text]))),
  constraint response_missing_check CHECK ((missing >= 0)),
  constraint response_taken_back CHECK (((NOT takes_back) OR ((corrects IS NOT NULL) AND (why IS NOT NULL) AND (answers = '{}'::jsonb) AND (score IS NULL) AND (lowest IS NULL)))),
  constraint response_clinic_id_corrects_fkey FOREIGN KEY (clinic_id, corrects) REFERENCES response(clinic_id, id),
  constraint response_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint response_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint response_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table alert (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  rule_id text not null,
  level text not null,
  about_kind text not null,
  about_id uuid not null,
  says text default ''::text not null,
  source jsonb,
  inputs jsonb default '{}'::jsonb not null,
  raised_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  owner_role text,
  owner_id uuid,
  constraint alert_pkey PRIMARY KEY (clinic_id, id),
  constraint alert_check CHECK (((owner_role IS NOT NULL) OR (owner_id IS NOT NULL))),
  constraint alert_check1 CHECK ((due_at >= raised_at)),
  constraint alert_level_check CHECK ((level = ANY (ARRAY['review'::text, 'high'::text, 'urgent'::text]))),
  constraint alert_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint alert_clinic_id_owner_id_fkey FOREIGN KEY (clinic_id, owner_id) REFERENCES staff(clinic_id, id),
  constraint alert_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table alert_event (
  clinic_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  words text,
  to_role text,
  to_id uuid,
  seq bigint generated always as identity not null,
  of_hand uuid,
  constraint alert_event_pkey PRIMARY KEY (clinic_id, id),
  constraint alert_event_check CHECK (((kind = 'reassign'::text) = ((to_role IS NOT NULL) OR (to_id IS NOT NULL)))),
  constraint alert_event_check1 CHECK (((kind <> ALL (ARRAY['close'::text, 'note'::text, 'escalate'::text, 'reassign'::text])) OR (length(btrim(words)) > 0))),
  constraint alert_event_kind_check CHECK ((kind = ANY (ARRAY['acknowledge'::text, 'reassign'::text, 'escalate'::text, 'note'::text, 'close'::text]))),
  constraint alert_event_of_hand CHECK (((of_hand IS NULL) OR (kind = 'acknowledge'::text))),
  constraint alert_event_clinic_id_alert_id_fkey FOREIGN KEY (clinic_id, alert_id) REFERENCES alert(clinic_id, id),
  constraint alert_event_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint alert_event_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint alert_event_clinic_id_of_hand_fkey FOREIGN KEY (clinic_id, of_hand) REFERENCES alert_event(clinic_id, id),
  constraint alert_event_clinic_id_to_id_fkey FOREIGN KEY (clinic_id, to_id) REFERENCES staff(clinic_id, id)
);

CREATE OR REPLACE FUNCTION tell_sign_ins()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('evenkeel', '{"clinic":"","action":"sign-ins"}');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION session_event_given()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_route text;
  zone text;
begin
  select s.route, c.time_zone into of_route, zone
    from session s join clinic c on c.clinic_id = s.clinic_id
    where s.clinic_id = new.clinic_id and s.id = new.session_id;

  if new.kind = 'dose' then
    if new.data ->> 'route' <> of_route then
      raise exception 'another route' using errcode = '23514', constraint = 'session_event_dose_route';
    end if;
    if of_route = 'esketamine' then
      if (new.data ->> 'mg')::numeric is distinct from 28 or (new.data ->> 'number')::integer > 3
         or coalesce(new.data ->> 'gave', '') not in ('both sprays', 'part', 'nothing') then
        raise exception 'not a device of 28 mg' using errcode = '23514', constraint = 'session_event_device';
      elsif coalesce((new.data ->> 'number')::integer * 28 > (new.data ->> 'planMg')::numeric, true) then
        raise exception 'beyond the plan' using errcode = '23514', constraint = 'session_event_beyond_plan';
      end if;
    end if;
    if coalesce((new.data ->> 'expiry')::date < (new.happened_at at time zone zone)::date, of_route = 'esketamine') then
      raise exception 'past its date' using errcode = '23514', constraint = 'session_event_expired';
    end if;
  elsif not exists (
    select from session_event e
      where e.clinic_id = new.clinic_id and e.session_id = new.session_id
        and e.id = coalesce(new.data ->> 'doseId', new.data ->> 'lineId')::uuid
        and e.kind = case new.kind when 'line removed' then 'line placed' else 'dose' end) then
    raise exception 'nothing of this session' using errcode = '23514', constraint = 'session_event_same_session';
  end if;
  return new;
end $function$
;

create table stock_item (
  clinic_id uuid not null,
  id uuid not null,
  drug text not null,
  form text not null,
  strength numeric(10,2) not null,
  volume_ml numeric(10,2),
  ndc text default ''::text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  constraint stock_item_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_item_check CHECK (((form = 'vial'::text) = (volume_ml IS NOT NULL))),
  constraint stock_item_check1 CHECK (((form = 'device'::text) = (drug = 'esketamine'::text))),
  constraint stock_item_drug_check CHECK ((drug = ANY (ARRAY['ketamine'::text, 'esketamine'::text]))),
  constraint stock_item_form_check CHECK ((form = ANY (ARRAY['vial'::text, 'lozenge'::text, 'device'::text]))),
  constraint stock_item_strength_check CHECK ((strength > (0)::numeric)),
  constraint stock_item_volume_ml_check CHECK ((volume_ml > (0)::numeric)),
  constraint stock_item_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint stock_item_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES staff(clinic_id, id)
);

create table stock_lot (
  clinic_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  lot text not null,
  expiry date not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  location_id uuid not null,
  constraint stock_lot_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_lot_clinic_id_id_item_id_key UNIQUE (clinic_id, id, item_id),
  constraint stock_lot_lot_check CHECK ((btrim(lot) <> ''::text)),
  constraint stock_lot_clinic_id_item_id_fkey FOREIGN KEY (clinic_id, item_id) REFERENCES stock_item(clinic_id, id),
  constraint stock_lot_clinic_id_made_by_fkey FOREIGN KEY (clinic_id, made_by) REFERENCES staff(clinic_id, id)
);

create table stock_dose (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  drug text not null,
  form text not null,
  lot text default ''::text not null,
  given_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  given_by uuid not null,
  location_id uuid not null,
  lot_because text default ''::text not null,
  constraint stock_dose_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_dose_drug_check CHECK ((drug = ANY (ARRAY['ketamine'::text, 'esketamine'::text]))),
  constraint stock_dose_form_check CHECK ((form = ANY (ARRAY['vial'::text, 'lozenge'::text, 'device'::text]))),
  constraint stock_dose_clinic_id_given_by_fkey FOREIGN KEY (clinic_id, given_by) REFERENCES staff(clinic_id, id),
  constraint stock_dose_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table stock_dose_amount (
  clinic_id uuid not null,
  id uuid not null,
  dose_id uuid not null,
  mg numeric(10,2) not null,
  pieces integer,
  strength numeric(10,2),
  given_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  seq bigint generated always as identity not null,
  constraint stock_dose_amount_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_dose_amount_mg_check CHECK ((mg >= (0)::numeric)),
  constraint stock_dose_amount_pieces_check CHECK ((pieces >= 0)),
  constraint stock_dose_amount_clinic_id_dose_id_fkey FOREIGN KEY (clinic_id, dose_id) REFERENCES stock_dose(clinic_id, id),
  constraint stock_dose_amount_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table stock_dose_settled (
  clinic_id uuid not null,
  id uuid not null,
  dose_id uuid not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  amount_seq bigint not null,
  constraint stock_dose_settled_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_dose_settled_words_check CHECK ((btrim(words) <> ''::text)),
  constraint stock_dose_settled_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint stock_dose_settled_clinic_id_dose_id_fkey FOREIGN KEY (clinic_id, dose_id) REFERENCES stock_dose(clinic_id, id)
);

create table stock_count (
  clinic_id uuid not null,
  id uuid not null,
  purpose text not null,
  item_id uuid,
  business text,
  taken_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  location_id uuid not null,
  constraint stock_count_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_count_clinic_id_id_taken_at_key UNIQUE (clinic_id, id, taken_at),
  constraint stock_count_business_check CHECK ((business = ANY (ARRAY['open'::text, 'close'::text]))),
  constraint stock_count_check CHECK (((purpose = 'count'::text) = (item_id IS NOT NULL))),
  constraint stock_count_check1 CHECK (((purpose = 'inventory'::text) = (business IS NOT NULL))),
  constraint stock_count_not_future CHECK ((taken_at <= (recorded_at + '00:02:00'::interval))),
  constraint stock_count_purpose_check CHECK ((purpose = ANY (ARRAY['count'::text, 'inventory'::text]))),
  constraint stock_count_clinic_id_item_id_fkey FOREIGN KEY (clinic_id, item_id) REFERENCES stock_item(clinic_id, id),
  constraint stock_count_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table stock_count_line (
  clinic_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  taken_at timestamp with time zone not null,
  item_id uuid not null,
  lot_id uuid not null,
  counted numeric(12,2) not null,
  estimated boolean not null,
  expected numeric(12,2) not null,
  constraint stock_count_line_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_count_line_clinic_id_count_id_lot_id_key UNIQUE (clinic_id, count_id, lot_id),
  constraint stock_count_line_clinic_id_id_lot_id_key UNIQUE (clinic_id, id, lot_id),
  constraint stock_count_line_counted_check CHECK ((counted >= (0)::numeric)),
  constraint stock_count_line_clinic_id_count_id_taken_at_fkey FOREIGN KEY (clinic_id, count_id, taken_at) REFERENCES stock_count(clinic_id, id, taken_at),
  constraint stock_count_line_clinic_id_lot_id_item_id_fkey FOREIGN KEY (clinic_id, lot_id, item_id) REFERENCES stock_lot(clinic_id, id, item_id)
);

create table stock_mismatch_event (
  clinic_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  kind text not null,
  outcome text,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  seq bigint generated always as identity not null,
  constraint stock_mismatch_event_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_mismatch_event_check CHECK (((kind = 'taken'::text) OR (btrim(words) <> ''::text))),
  constraint stock_mismatch_event_check1 CHECK (((kind = 'found'::text) = (outcome IS NOT NULL))),
  constraint stock_mismatch_event_kind_check CHECK ((kind = ANY (ARRAY['taken'::text, 'found'::text, 'notice sent'::text, 'form 106 sent'::text]))),
  constraint stock_mismatch_event_outcome_check CHECK ((outcome = ANY (ARRAY['miscounted'::text, 'record completed'::text, 'loss or theft'::text, 'surplus'::text]))),
  constraint stock_mismatch_event_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint stock_mismatch_event_clinic_id_line_id_fkey FOREIGN KEY (clinic_id, line_id) REFERENCES stock_count_line(clinic_id, id)
);

create table stock_entry (
  clinic_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  lot_id uuid not null,
  kind text not null,
  amount numeric(12,2) not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  party text default ''::text not null,
  words text default ''::text not null,
  dose_id uuid,
  line_id uuid,
  corrects uuid,
  witness_needed boolean default false not null,
  seq bigint generated always as identity not null,
  of_drawn numeric(12,2) default 0 not null,
  transfer_with uuid,
  constraint stock_entry_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_entry_clinic_id_id_lot_id_key UNIQUE (clinic_id, id, lot_id),
  constraint stock_entry_clinic_id_id_recorded_by_key UNIQUE (clinic_id, id, recorded_by),
  constraint stock_entry_clinic_id_id_transfer_with_key UNIQUE (clinic_id, id, transfer_with),
  constraint stock_entry_check CHECK (
CASE
    WHEN (kind = ANY (ARRAY['opening'::text, 'received'::text, 'surplus'::text, 'transferred in'::text])) THEN (amount > (0)::numeric)
    WHEN (kind = 'corrected'::text) THEN true
    WHEN (kind = 'wasted'::text) THEN ((amount <= (0)::numeric) AND ((amount < (0)::numeric) OR (of_drawn > (0)::numeric)))
    ELSE (amount < (0)::numeric)
END),
  constraint stock_entry_check1 CHECK (((kind <> 'withdrawn'::text) OR (dose_id IS NOT NULL))),
  constraint stock_entry_check2 CHECK (((kind = ANY (ARRAY['lost'::text, 'surplus'::text])) = (line_id IS NOT NULL))),
  constraint stock_entry_check3 CHECK (((kind = 'corrected'::text) = (corrects IS NOT NULL))),
  constraint stock_entry_check4 CHECK (((kind <> ALL (ARRAY['wasted'::text, 'returned'::text, 'lost'::text, 'surplus'::text, 'corrected'::text])) OR (btrim(words) <> ''::text))),
  constraint stock_entry_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'received'::text, 'withdrawn'::text, 'wasted'::text, 'returned'::text, 'lost'::text, 'surplus'::text, 'corrected'::text, 'transferred out'::text, 'transferred in'::text]))),
  constraint stock_entry_not_future CHECK ((happened_at <= (recorded_at + '00:02:00'::interval))),
  constraint stock_entry_of_drawn CHECK (((of_drawn = (0)::numeric) OR ((of_drawn > (0)::numeric) AND (kind = 'wasted'::text) AND (dose_id IS NOT NULL)))),
  constraint stock_entry_transfer CHECK (((kind = ANY (ARRAY['transferred out'::text, 'transferred in'::text])) = (transfer_with IS NOT NULL))),
  constraint stock_entry_clinic_id_corrects_lot_id_fkey FOREIGN KEY (clinic_id, corrects, lot_id) REFERENCES stock_entry(clinic_id, id, lot_id),
  constraint stock_entry_clinic_id_dose_id_fkey FOREIGN KEY (clinic_id, dose_id) REFERENCES stock_dose(clinic_id, id),
  constraint stock_entry_clinic_id_line_id_lot_id_fkey FOREIGN KEY (clinic_id, line_id, lot_id) REFERENCES stock_count_line(clinic_id, id, lot_id),
  constraint stock_entry_clinic_id_lot_id_item_id_fkey FOREIGN KEY (clinic_id, lot_id, item_id) REFERENCES stock_lot(clinic_id, id, item_id),
  constraint stock_entry_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id),
  constraint stock_entry_clinic_id_transfer_with_id_fkey FOREIGN KEY (clinic_id, transfer_with, id) REFERENCES stock_entry(clinic_id, id, transfer_with) DEFERRABLE INITIALLY DEFERRED
);

create table stock_witness (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  recorded_by uuid not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  constraint stock_witness_pkey PRIMARY KEY (clinic_id, id),
  constraint stock_witness_is_another CHECK ((by_id <> recorded_by)),
  constraint stock_witness_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint stock_witness_clinic_id_entry_id_recorded_by_fkey FOREIGN KEY (clinic_id, entry_id, recorded_by) REFERENCES stock_entry(clinic_id, id, recorded_by)
);

CREATE OR REPLACE FUNCTION stock_entry_fits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  here numeric;
  place record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.item_id::text, 14));
  select * into place from stock_lot l where l.clinic_id = new.clinic_id and l.id = new.lot_id;
  if new.dose_id is not null and not exists (
    select from stock_dose d
    where d.clinic_id = new.clinic_id and d.id = new.dose_id and d.location_id = place.location_id) then
    raise exception 'this lot is kept elsewhere' using errcode = '23514', constraint = 'stock_entry_elsewhere';
  end if;
  if new.kind in ('opening', 'received', 'transferred in') and exists (
    select from registered_location l
    where l.clinic_id = new.clinic_id and l.id = place.location_id and l.closed_at is not null) then
    raise exception 'this location is closed' using errcode = '23514', constraint = 'location_open';
  end if;
  if new.kind = 'withdrawn' and place.expiry <
     (select (new.happened_at at time zone c.time_zone)::date from clinic c where c.clinic_id = new.clinic_id) then
    raise exception 'this lot had expired' using errcode = '23514', constraint = 'stock_entry_expired';
  end if;
  if new.kind in ('withdrawn', 'transferred out') and exists (
    select from stock_count_line l
    join stock_count c on c.clinic_id = l.clinic_id and c.id = l.count_id
    where l.clinic_id = new.clinic_id and l.item_id = new.item_id and c.location_id = place.location_id
      and l.counted <> l.expected and not exists (
        select from stock_mismatch_event e
        where e.clinic_id = l.clinic_id and e.line_id = l.id and e.kind = 'found')) then
    raise exception 'this item is held' using errcode = '23514', constraint = 'stock_entry_held';
  end if;
  if new.kind = 'transferred in' and not exists (
    select from stock_entry o join stock_lot l on l.clinic_id = o.clinic_id and l.id = o.lot_id
    where o.clinic_id = new.clinic_id and o.id = new.transfer_with and o.kind = 'transferred out'
      and o.amount = -new.amount and o.happened_at = new.happened_at and o.item_id = new.item_id
      and upper(l.lot) = upper(place.lot) and l.expiry = place.expiry and l.location_id <> place.location_id) then
    raise exception 'what comes in is what went out' using errcode = '23514', constraint = 'stock_transfer_whole';
  end if;
  select coalesce(sum(e.amount), 0) into here from stock_entry e
    where e.clinic_id = new.clinic_id and e.lot_id = new.lot_id;
  if here + new.amount < 0 then
    raise exception 'more than is there' using errcode = '23514', constraint = 'stock_never_negative';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION stock_count_expects()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.item_id::text, 14));
  if not exists (select from stock_count c join stock_lot l on l.clinic_id = c.clinic_id and l.location_id = c.location_id
                 where c.clinic_id = new.clinic_id and c.id = new.count_id and l.id = new.lot_id) then
    raise exception 'this lot is kept elsewhere' using errcode = '23514', constraint = 'stock_count_elsewhere';
  end if;
  select coalesce(sum(e.amount), 0) into new.expected from stock_entry e
    left join stock_entry o on o.clinic_id = e.clinic_id and o.id = e.corrects
    where e.clinic_id = new.clinic_id and e.lot_id = new.lot_id
      and coalesce(o.happened_at, e.happened_at) <= new.taken_at;
  return new;
end $function$
;

create table board_silence (
  clinic_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  until timestamp with time zone not null,
  by_id uuid not null,
  alarms jsonb not null,
  constraint board_silence_pkey PRIMARY KEY (clinic_id, id),
  constraint board_silence_check CHECK ((until > at)),
  constraint board_silence_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id)
);

create table rems_answer (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  field text not null,
  value text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  seq bigint generated always as identity not null,
  constraint rems_answer_pkey PRIMARY KEY (clinic_id, id),
  constraint rems_answer_value_check CHECK (((btrim(value) <> ''::text) AND (length(value) <= 2000))),
  constraint rems_answer_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint rems_answer_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES session(clinic_id, id)
);

create table rems_sending (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  form text not null,
  content text not null,
  hash text not null,
  missing text[] not null,
  how text not null,
  sent_on date not null,
  confirmation text not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  seq bigint generated always as identity not null,
  constraint rems_sending_pkey PRIMARY KEY (clinic_id, id),
  constraint rems_sending_check CHECK ((hash = encode(sha256(convert_to(content, 'UTF8'::name)), 'hex'::text))),
  constraint rems_sending_check1 CHECK (((cardinality(missing) = 0) OR (length(btrim(words)) > 0))),
  constraint rems_sending_how_check CHECK ((how = ANY (ARRAY['portal'::text, 'fax'::text, 'other'::text]))),
  constraint rems_sending_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint rems_sending_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES session(clinic_id, id)
);

create table rems_enrolment (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid,
  step text not null,
  day date not null,
  number text not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  seq bigint generated always as identity not null,
  location_id uuid,
  constraint rems_enrolment_pkey PRIMARY KEY (clinic_id, id),
  constraint rems_enrolment_check CHECK (((step <> 'ended'::text) OR (length(btrim(words)) > 0))),
  constraint rems_enrolment_of_one CHECK (((patient_id IS NULL) = (location_id IS NOT NULL))),
  constraint rems_enrolment_step_check CHECK ((step = ANY (ARRAY['signed'::text, 'sent'::text, 'confirmed'::text, 'ended'::text]))),
  constraint rems_enrolment_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint rems_enrolment_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint rems_enrolment_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table evaluation_entry (
  clinic_id uuid not null,
  id uuid not null,
  evaluation_id uuid not null,
  kind text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint evaluation_entry_pkey PRIMARY KEY (clinic_id, id),
  constraint evaluation_entry_clinic_id_corrects_key UNIQUE (clinic_id, corrects),
  constraint evaluation_entry_clinic_id_evaluation_id_kind_id_key UNIQUE (clinic_id, evaluation_id, kind, id),
  constraint evaluation_entry_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'entered in error'::text]))),
  constraint evaluation_entry_check CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint evaluation_entry_kind_check CHECK ((kind = ANY (ARRAY['trial'::text, 'result'::text, 'pdmp'::text]))),
  constraint evaluation_entry_clinic_id_evaluation_id_fkey FOREIGN KEY (clinic_id, evaluation_id) REFERENCES evaluation(clinic_id, id),
  constraint evaluation_entry_clinic_id_evaluation_id_kind_corrects_fkey FOREIGN KEY (clinic_id, evaluation_id, kind, corrects) REFERENCES evaluation_entry(clinic_id, evaluation_id, kind, id),
  constraint evaluation_entry_clinic_id_recorded_by_fkey FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

CREATE OR REPLACE FUNCTION tell_session_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('evenkeel', json_build_object('clinic', '', 'action', 'session',
    'subject', new.clinic_id || ' ' || (to_jsonb(new) ->> tg_argv[0]))::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION tell_clinic_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('evenkeel', '{"clinic":"","action":"clinic"}');
  return null;
end $function$
;

create table intake (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  constraint intake_pkey PRIMARY KEY (clinic_id, id),
  constraint intake_clinic_id_asked_by_fkey FOREIGN KEY (clinic_id, asked_by) REFERENCES staff(clinic_id, id),
  constraint intake_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint intake_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table intake_answer (
  clinic_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  question text not null,
  entry uuid,
  value jsonb not null,
  answered_at timestamp with time zone not null,
  link_id uuid,
  received_at timestamp with time zone not null,
  seq bigint generated always as identity not null,
  request_id uuid,
  constraint intake_answer_pkey PRIMARY KEY (clinic_id, id),
  constraint intake_answer_clinic_id_intake_id_id_key UNIQUE (clinic_id, intake_id, id),
  constraint intake_answer_check CHECK ((answered_at <= received_at)),
  constraint intake_answer_one_origin CHECK ((num_nonnulls(link_id, request_id) = 1)),
  constraint intake_answer_question_check CHECK ((question <> ''::text)),
  constraint intake_answer_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint intake_answer_clinic_id_intake_id_fkey FOREIGN KEY (clinic_id, intake_id) REFERENCES intake(clinic_id, id),
  constraint intake_answer_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id)
);

create table intake_done (
  clinic_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  link_id uuid not null,
  done_at timestamp with time zone not null,
  constraint intake_done_pkey PRIMARY KEY (clinic_id, id),
  constraint intake_done_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint intake_done_clinic_id_intake_id_fkey FOREIGN KEY (clinic_id, intake_id) REFERENCES intake(clinic_id, id),
  constraint intake_done_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id)
);

create table intake_confirmation (
  clinic_id uuid not null,
  id uuid not null,
  intake_id uuid not null,
  answer_id uuid not null,
  evaluation_id uuid not null,
  became text not null,
  became_id uuid,
  changed boolean not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by uuid not null,
  constraint intake_confirmation_pkey PRIMARY KEY (clinic_id, id),
  constraint intake_confirmation_became_check CHECK ((became = ANY (ARRAY['answer'::text, 'trial'::text, 'problem'::text, 'medicine'::text, 'allergy'::text, 'contact'::text, 'coverage'::text, 'none known'::text, 'talked about'::text]))),
  constraint intake_confirmation_check CHECK (((became_id IS NULL) = (became = 'talked about'::text))),
  constraint intake_confirmation_clinic_id_confirmed_by_fkey FOREIGN KEY (clinic_id, confirmed_by) REFERENCES staff(clinic_id, id),
  constraint intake_confirmation_clinic_id_evaluation_id_fkey FOREIGN KEY (clinic_id, evaluation_id) REFERENCES evaluation(clinic_id, id),
  constraint intake_confirmation_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint intake_confirmation_clinic_id_intake_id_answer_id_fkey FOREIGN KEY (clinic_id, intake_id, answer_id) REFERENCES intake_answer(clinic_id, intake_id, id)
);

create table consent_check (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  check_id text not null,
  choice text not null,
  link_id uuid not null,
  answered_at timestamp with time zone not null,
  seq bigint generated always as identity not null,
  constraint consent_check_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_check_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES consent_request(clinic_id, id)
);

create table consent_therapist_signature (
  clinic_id uuid not null,
  id uuid not null,
  signature_id uuid not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  constraint consent_therapist_signature_pkey PRIMARY KEY (clinic_id, id),
  constraint consent_therapist_signature_clinic_id_signature_id_key UNIQUE (clinic_id, signature_id),
  constraint consent_therapist_signature_clinic_id_signature_id_fkey FOREIGN KEY (clinic_id, signature_id) REFERENCES consent_signature(clinic_id, id),
  constraint consent_therapist_signature_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

CREATE OR REPLACE FUNCTION refuse_other_kind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.clinic_id, new.is_demo, new.drill_of) is distinct from (old.clinic_id, old.is_demo, old.drill_of) then
    raise exception 'what a clinic is for does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;

create table drill_play (
  clinic_id uuid not null,
  drill_id uuid not null,
  script text not null,
  version integer not null,
  session_id uuid not null,
  trainee_id uuid not null,
  began_at timestamp with time zone not null,
  played jsonb,
  constraint drill_play_pkey PRIMARY KEY (clinic_id, drill_id),
  constraint drill_play_once UNIQUE (clinic_id),
  constraint drill_play_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint drill_play_clinic_id_session_id_fkey FOREIGN KEY (clinic_id, session_id) REFERENCES session(clinic_id, id),
  constraint drill_play_clinic_id_trainee_id_fkey FOREIGN KEY (clinic_id, trainee_id) REFERENCES staff(clinic_id, id)
);

create table drill_step (
  clinic_id uuid not null,
  id uuid not null,
  drill_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  constraint drill_step_pkey PRIMARY KEY (clinic_id, id),
  constraint drill_step_once UNIQUE (clinic_id, to_at),
  constraint drill_step_check CHECK (((to_at > from_at) AND (to_at < (from_at + '03:00:00'::interval)))),
  constraint drill_step_clinic_id_drill_id_fkey FOREIGN KEY (clinic_id, drill_id) REFERENCES drill_play(clinic_id, drill_id)
);

CREATE OR REPLACE FUNCTION refuse_play_elsewhere()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from clinic c where c.clinic_id = new.clinic_id and c.drill_of is not null) then
    raise exception 'a drill is played in a drill clinic only' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION refuse_from_drill()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from drill_play p where p.clinic_id = new.clinic_id) then
    raise exception 'nothing is sent from a drill' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$
;

create table drill (
  clinic_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  script text not null,
  version integer not null,
  started_at timestamp with time zone not null,
  played_in uuid not null,
  constraint drill_pkey PRIMARY KEY (clinic_id, id),
  constraint drill_clinic_id_id_staff_id_key UNIQUE (clinic_id, id, staff_id),
  constraint drill_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create table drill_report (
  clinic_id uuid not null,
  drill_id uuid not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  report jsonb not null,
  constraint drill_report_pkey PRIMARY KEY (clinic_id, drill_id),
  constraint drill_report_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint drill_report_clinic_id_drill_id_fkey FOREIGN KEY (clinic_id, drill_id) REFERENCES drill(clinic_id, id)
);

create table drill_sign_off (
  clinic_id uuid not null,
  id uuid not null,
  drill_id uuid not null,
  staff_id uuid not null,
  by_id uuid not null,
  at timestamp with time zone not null,
  answer text not null,
  words text not null,
  constraint drill_sign_off_pkey PRIMARY KEY (clinic_id, id),
  constraint drill_signed_once UNIQUE (clinic_id, drill_id),
  constraint drill_not_oneself CHECK ((by_id <> staff_id)),
  constraint drill_sign_off_answer_check CHECK ((answer = ANY (ARRAY['signed off'::text, 'not signed off'::text]))),
  constraint drill_sign_off_words_check CHECK (((length(btrim(words)) >= 3) AND (length(btrim(words)) <= 2000))),
  constraint drill_sign_off_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint drill_sign_off_clinic_id_drill_id_fkey FOREIGN KEY (clinic_id, drill_id) REFERENCES drill_report(clinic_id, drill_id),
  constraint drill_sign_off_clinic_id_drill_id_staff_id_fkey FOREIGN KEY (clinic_id, drill_id, staff_id) REFERENCES drill(clinic_id, id, staff_id)
);

CREATE OR REPLACE FUNCTION session_release_asks(of_route text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select array['B6-alert', 'B6-dissociation', 'B6-walking', 'B6-comfort', 'B6-pressure', 'B6-falling', 'B6-heart-rate', 'B6-spo2',
               'B6-score', 'B6-suicide', 'RL-23', 'B6-time', 'B6-observations', 'B6-instructions']
    || case of_route when 'iv' then array['IV-ended', 'IV-line']
                     when 'lozenge' then array['LZ-ended']
                     when 'esketamine' then array['RL-20', 'RL-21', 'RL-22', 'A2-partial']
                     else '{}' end
$function$
;

CREATE OR REPLACE FUNCTION session_shortest_stay(of_route text, policy jsonb)
 RETURNS numeric
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when jsonb_typeof(own) = 'number' and own::numeric between least_minutes and 480 then own::numeric else least_minutes end
    from (select case of_route when 'iv' then 60 when 'im' then 90 else 120 end as least_minutes,
                 policy #> array['limits', of_route, 'minimumStayMinutes'] as own) as stay
$function$
;

CREATE OR REPLACE FUNCTION session_event_released()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  of_route text;
  stay numeric;
  given timestamptz;
begin
  select s.route, session_shortest_stay(s.route, c.policy) into of_route, stay
    from session s join clinic c on c.clinic_id = s.clinic_id
    where s.clinic_id = new.clinic_id and s.id = new.session_id;

  -- Entries as they stand after their corrections, and the corrections of those. One dose without an end: not known.
  with recursive stands as (
    select e.id as first, e.id as newest, e.kind, e.happened_at as at, e.data, false as withdrawn from session_event e
      where e.clinic_id = new.clinic_id and e.session_id = new.session_id and e.kind in ('dose', 'infusion changed', 'lozenge ended')
    union all
    select s.first, c.id, s.kind, coalesce((c.data ->> 'happenedAt')::timestamptz, s.at), coalesce(c.data -> 'data', s.data),
           coalesce((c.data ->> 'withdrawn')::boolean, false)
      from stands s join session_event c on c.clinic_id = new.clinic_id and c.corrects = s.newest),
  entry as (
    select s.* from stands s
      where not s.withdrawn and not exists (select from session_event x where x.clinic_id = new.clinic_id and x.corrects = s.newest)),
  dose as (
    select case of_route
        when 'iv' then (select min(p.at) from entry p
          where p.kind = 'infusion changed' and p.data ->> 'what' = 'stopped' and p.data ->> 'doseId' = d.first::text)
        when 'lozenge' then (select min(p.at) from entry p where p.kind = 'lozenge ended' and p.data ->> 'doseId' = d.first::text)
        else d.at end as ended
      from entry d where d.kind = 'dose')
  select case when bool_and(ended is not null) then max(ended) end into given from dose;

  if coalesce(new.happened_at < given + stay * interval '1 minute', true) then
    raise exception 'before the shortest stay' using errcode = '23514', constraint = 'session_event_before_stay';
  end if;
  if jsonb_typeof(new.data -> 'criteria') is distinct from 'array'
     or exists (select from jsonb_array_elements(new.data -> 'criteria') c where c ->> 'answer' is distinct from 'met')
     or exists (select from unnest(session_release_asks(of_route)) asked
                where not new.data -> 'criteria' @> jsonb_build_array(jsonb_build_object('rule', asked))) then
    raise exception 'a criterion is not met' using errcode = '23514', constraint = 'session_event_unmet';
  end if;
  return new;
end $function$
;

create table integrative_plan (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  evaluation_id uuid not null,
  number integer not null,
  items jsonb not null,
  why text not null,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  constraint integrative_plan_pkey PRIMARY KEY (clinic_id, id),
  constraint integrative_plan_clinic_id_evaluation_id_number_key UNIQUE (clinic_id, evaluation_id, number),
  constraint integrative_plan_check CHECK (((number = 1) OR (btrim(why) <> ''::text))),
  constraint integrative_plan_items_check CHECK ((jsonb_typeof(items) = 'array'::text)),
  constraint integrative_plan_number_check CHECK ((number >= 1)),
  constraint integrative_plan_clinic_id_patient_id_evaluation_id_fkey FOREIGN KEY (clinic_id, patient_id, evaluation_id) REFERENCES evaluation(clinic_id, patient_id, id),
  constraint integrative_plan_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

create table recipient (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  relation text not null,
  name text not null,
  organisation text not null,
  reach text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint recipient_pkey PRIMARY KEY (clinic_id, id),
  constraint recipient_clinic_id_patient_id_id_key UNIQUE (clinic_id, patient_id, id),
  constraint recipient_check CHECK (((btrim(name) <> ''::text) OR (btrim(organisation) <> ''::text))),
  constraint recipient_relation_check CHECK ((relation = ANY (ARRAY['referrer'::text, 'therapist'::text, 'clinician'::text, 'payer'::text, 'relative'::text, 'other'::text]))),
  constraint recipient_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint recipient_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table release (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  recipient_id uuid not null,
  form text not null,
  contents text[] not null,
  purposes text[] not null,
  valid_from date not null,
  valid_until date not null,
  rendered text not null,
  text_hash text not null,
  signed_name text not null,
  signed_on date not null,
  signed_how text not null,
  kept_where text not null,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_id uuid,
  request_id uuid,
  link_id uuid,
  constraint release_pkey PRIMARY KEY (clinic_id, id),
  constraint release_clinic_id_patient_id_id_key UNIQUE (clinic_id, patient_id, id),
  constraint release_check CHECK ((valid_until >= valid_from)),
  constraint release_check1 CHECK ((text_hash = encode(sha256(convert_to(rendered, 'UTF8'::name)), 'hex'::text))),
  constraint release_check2 CHECK ((signed_on <= valid_from)),
  constraint release_check3 CHECK (((signed_how <> 'on paper'::text) OR (btrim(kept_where) <> ''::text))),
  constraint release_check4 CHECK (
CASE form
    WHEN 'part 2'::text THEN (contents = ARRAY['substance use'::text])
    ELSE (NOT ('substance use'::text = ANY (contents)))
END),
  constraint release_contents_check CHECK ((cardinality(contents) > 0)),
  constraint release_form_check CHECK ((form = ANY (ARRAY['release'::text, 'part 2'::text]))),
  constraint release_hand_check CHECK (
CASE signed_how
    WHEN 'by link'::text THEN ((by_id IS NULL) AND (request_id = id) AND (link_id IS NOT NULL) AND (request_id IS NOT NULL) AND (valid_from = signed_on))
    ELSE ((by_id IS NOT NULL) AND (request_id IS NULL) AND (link_id IS NULL))
END),
  constraint release_purposes_check CHECK ((cardinality(purposes) > 0)),
  constraint release_signed_how_check CHECK ((signed_how = ANY (ARRAY['on screen'::text, 'on paper'::text, 'by link'::text]))),
  constraint release_signed_name_check CHECK ((btrim(signed_name) <> ''::text)),
  constraint release_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint release_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint release_clinic_id_patient_id_recipient_id_fkey FOREIGN KEY (clinic_id, patient_id, recipient_id) REFERENCES recipient(clinic_id, patient_id, id)
);

create table release_revocation (
  clinic_id uuid not null,
  id uuid not null,
  release_id uuid not null,
  revoked_on date not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid,
  link_id uuid,
  constraint release_revocation_pkey PRIMARY KEY (clinic_id, id),
  constraint release_revocation_clinic_id_release_id_key UNIQUE (clinic_id, release_id),
  constraint release_revocation_hand_check CHECK (((by_id IS NULL) <> (link_id IS NULL))),
  constraint release_revocation_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint release_revocation_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint release_revocation_clinic_id_release_id_fkey FOREIGN KEY (clinic_id, release_id) REFERENCES release(clinic_id, id)
);

create table letter (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  kind text not null,
  recipient_id uuid,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint letter_pkey PRIMARY KEY (clinic_id, id),
  constraint letter_check CHECK (((kind = 'patient'::text) = (recipient_id IS NULL))),
  constraint letter_kind_check CHECK ((kind = ANY (ARRAY['referrer'::text, 'therapist'::text, 'patient'::text]))),
  constraint letter_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint letter_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint letter_clinic_id_patient_id_recipient_id_fkey FOREIGN KEY (clinic_id, patient_id, recipient_id) REFERENCES recipient(clinic_id, patient_id, id)
);

create table letter_version (
  clinic_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  number integer not null,
  sections text not null,
  derived text not null,
  substance_use boolean,
  rendered text not null,
  text_hash text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  looked_words text[] default '{}'::text[] not null,
  constraint letter_version_pkey PRIMARY KEY (clinic_id, id),
  constraint letter_version_clinic_id_letter_id_id_text_hash_key UNIQUE (clinic_id, letter_id, id, text_hash),
  constraint letter_version_clinic_id_letter_id_number_key UNIQUE (clinic_id, letter_id, number),
  constraint letter_version_check CHECK ((text_hash = encode(sha256(convert_to(rendered, 'UTF8'::name)), 'hex'::text))),
  constraint letter_version_number_check CHECK ((number >= 1)),
  constraint letter_version_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint letter_version_clinic_id_letter_id_fkey FOREIGN KEY (clinic_id, letter_id) REFERENCES letter(clinic_id, id)
);

create table letter_signature (
  clinic_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  version_id uuid not null,
  text_hash text not null,
  on_day date not null,
  release_ids uuid[] not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint letter_signature_pkey PRIMARY KEY (clinic_id, id),
  constraint letter_signature_clinic_id_letter_id_version_id_key UNIQUE (clinic_id, letter_id, version_id),
  constraint letter_signature_clinic_id_version_id_key UNIQUE (clinic_id, version_id),
  constraint letter_signature_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint letter_signature_clinic_id_letter_id_version_id_text_hash_fkey FOREIGN KEY (clinic_id, letter_id, version_id, text_hash) REFERENCES letter_version(clinic_id, letter_id, id, text_hash)
);

create table letter_sending (
  clinic_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  version_id uuid not null,
  how text not null,
  on_day date not null,
  reach text not null,
  words text not null,
  release_ids uuid[] not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint letter_sending_pkey PRIMARY KEY (clinic_id, id),
  constraint letter_sending_how_check CHECK ((how = ANY (ARRAY['handed over'::text, 'mail'::text, 'fax'::text, 'secure message'::text, 'other'::text]))),
  constraint letter_sending_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint letter_sending_clinic_id_letter_id_version_id_fkey FOREIGN KEY (clinic_id, letter_id, version_id) REFERENCES letter_signature(clinic_id, letter_id, version_id)
);

CREATE OR REPLACE FUNCTION letter_needs_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

create table content_pack (
  clinic_id uuid not null,
  id uuid not null,
  instrument text not null,
  pack jsonb,
  reason text,
  signed_at timestamp with time zone not null,
  signed_by uuid not null,
  seq bigint generated always as identity not null,
  constraint content_pack_pkey PRIMARY KEY (clinic_id, id),
  constraint content_pack_check CHECK (((pack IS NULL) = (reason IS NOT NULL))),
  constraint content_pack_pack_check CHECK ((jsonb_typeof(pack) = 'object'::text)),
  constraint content_pack_reason_check CHECK ((reason <> ''::text)),
  constraint content_pack_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint content_pack_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

create table public_request (
  clinic_id uuid not null,
  id uuid not null,
  received_at timestamp with time zone not null,
  constraint public_request_pkey PRIMARY KEY (clinic_id, id),
  constraint public_request_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

create table public_request_words (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  said jsonb not null,
  received_at timestamp with time zone not null,
  seq bigint generated always as identity not null,
  lacks text[],
  constraint public_request_words_pkey PRIMARY KEY (clinic_id, id),
  constraint public_request_words_lacks_check CHECK ((cardinality(lacks) > 0)),
  constraint public_request_words_said_check CHECK ((jsonb_typeof(said) = 'object'::text)),
  constraint public_request_words_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint public_request_words_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES public_request(clinic_id, id)
);

create table public_request_step (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  step text not null,
  reason text,
  patient_id uuid,
  at timestamp with time zone not null,
  by uuid not null,
  seq bigint generated always as identity not null,
  constraint public_request_step_pkey PRIMARY KEY (clinic_id, id),
  constraint public_request_step_check CHECK (((step = 'set aside'::text) = (reason IS NOT NULL))),
  constraint public_request_step_check1 CHECK (((step = 'registered'::text) = (patient_id IS NOT NULL))),
  constraint public_request_step_reason_check CHECK ((reason <> ''::text)),
  constraint public_request_step_step_check CHECK ((step = ANY (ARRAY['taken'::text, 'set aside'::text, 'registered'::text]))),
  constraint public_request_step_clinic_id_by_fkey FOREIGN KEY (clinic_id, by) REFERENCES staff(clinic_id, id),
  constraint public_request_step_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint public_request_step_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint public_request_step_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES public_request(clinic_id, id)
);

create table registry_view (
  clinic_id uuid not null,
  id uuid not null,
  view_id uuid not null,
  name text not null,
  shows jsonb not null,
  shared boolean not null,
  removed boolean not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  seq bigint generated always as identity not null,
  constraint registry_view_pkey PRIMARY KEY (clinic_id, id),
  constraint registry_view_name_check CHECK ((btrim(name) <> ''::text)),
  constraint registry_view_shows_check CHECK ((jsonb_typeof(shows) = 'object'::text)),
  constraint registry_view_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint registry_view_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

create table registered_location (
  clinic_id uuid not null,
  id uuid not null,
  name text not null,
  address jsonb default '{}'::jsonb not null,
  dea_number text default ''::text not null,
  rems_certified text,
  closed_at timestamp with time zone,
  made_at timestamp with time zone not null,
  constraint registered_location_pkey PRIMARY KEY (clinic_id, id),
  constraint location_named CHECK (((btrim(name) <> ''::text) OR (id = clinic_id))),
  constraint registered_location_rems_certified_check CHECK ((rems_certified = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint registered_location_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id)
);

CREATE OR REPLACE FUNCTION clinic_is_a_location()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into registered_location (clinic_id, id, name, made_at) values (new.clinic_id, new.clinic_id, '', new.created_at);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION room_location_fits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  closed timestamptz;
begin
  if new.retired_at is not null then return new; end if;
  select l.closed_at into closed from registered_location l
    where l.clinic_id = new.clinic_id and l.id = new.location_id for share;
  if closed is not null then
    raise exception 'this location is closed' using errcode = '23514', constraint = 'location_open';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION location_may_close()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.closed_at is null or old.closed_at is not null then return new; end if;
  perform from registered_location l where l.clinic_id = new.clinic_id order by l.id for update;
  if not exists (select from registered_location l
                 where l.clinic_id = new.clinic_id and l.id <> new.id and l.closed_at is null) then
    raise exception 'a clinic is somewhere' using errcode = '23514', constraint = 'location_last';
  end if;
  if exists (select from room r
             where r.clinic_id = new.clinic_id and r.location_id = new.id and r.retired_at is null) then
    raise exception 'it has rooms in use' using errcode = '23514', constraint = 'location_has_rooms';
  end if;
  if exists (select from stock_lot l join stock_entry e on e.clinic_id = l.clinic_id and e.lot_id = l.id
             where l.clinic_id = new.clinic_id and l.location_id = new.id
             group by l.id having sum(e.amount) <> 0) then
    raise exception 'there is stock' using errcode = '23514', constraint = 'location_has_stock';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION session_location_fits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.route = 'esketamine' and exists (
    select from room r join registered_location l on l.clinic_id = r.clinic_id and l.id = r.location_id
    where r.clinic_id = new.clinic_id and r.id = new.room_id and l.rems_certified = 'no') then
    raise exception 'this location is not certified' using errcode = '23514', constraint = 'location_not_certified';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION stock_dose_where()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select r.location_id into new.location_id from session s
    join room r on r.clinic_id = s.clinic_id and r.id = s.room_id
    where s.clinic_id = new.clinic_id and s.id = new.session_id;
  return new;
end $function$
;

create table release_request (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  recipient_id uuid not null,
  form text not null,
  contents text[] not null,
  purposes text[] not null,
  valid_until date not null,
  rendered text not null,
  text_hash text not null,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint release_request_pkey PRIMARY KEY (clinic_id, id),
  constraint release_request_clinic_id_patient_id_recipient_id_id_text_h_key UNIQUE (clinic_id, patient_id, recipient_id, id, text_hash),
  constraint release_request_check CHECK ((text_hash = encode(sha256(convert_to(rendered, 'UTF8'::name)), 'hex'::text))),
  constraint release_request_check1 CHECK (
CASE form
    WHEN 'part 2'::text THEN (contents = ARRAY['substance use'::text])
    ELSE (NOT ('substance use'::text = ANY (contents)))
END),
  constraint release_request_contents_check CHECK ((cardinality(contents) > 0)),
  constraint release_request_form_check CHECK ((form = ANY (ARRAY['release'::text, 'part 2'::text]))),
  constraint release_request_purposes_check CHECK ((cardinality(purposes) > 0)),
  constraint release_request_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint release_request_clinic_id_patient_id_recipient_id_fkey FOREIGN KEY (clinic_id, patient_id, recipient_id) REFERENCES recipient(clinic_id, patient_id, id)
);

create table release_request_set_aside (
  clinic_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint release_request_set_aside_pkey PRIMARY KEY (clinic_id, id),
  constraint release_request_set_aside_clinic_id_request_id_key UNIQUE (clinic_id, request_id),
  constraint release_request_set_aside_words_check CHECK ((btrim(words) <> ''::text)),
  constraint release_request_set_aside_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint release_request_set_aside_clinic_id_request_id_fkey FOREIGN KEY (clinic_id, request_id) REFERENCES release_request(clinic_id, id)
);

create table recipient_change (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  recipient_id uuid not null,
  relation text not null,
  name text not null,
  organisation text not null,
  reach text not null,
  aside boolean not null,
  words text not null,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint recipient_change_pkey PRIMARY KEY (clinic_id, id),
  constraint recipient_change_check CHECK (((btrim(name) <> ''::text) OR (btrim(organisation) <> ''::text))),
  constraint recipient_change_relation_check CHECK ((relation = ANY (ARRAY['referrer'::text, 'therapist'::text, 'clinician'::text, 'payer'::text, 'relative'::text, 'other'::text]))),
  constraint recipient_change_words_check CHECK ((btrim(words) <> ''::text)),
  constraint recipient_change_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint recipient_change_clinic_id_patient_id_recipient_id_fkey FOREIGN KEY (clinic_id, patient_id, recipient_id) REFERENCES recipient(clinic_id, patient_id, id)
);

CREATE OR REPLACE FUNCTION release_not_aside()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from release_request_set_aside s where s.clinic_id = new.clinic_id and s.request_id = new.request_id) then
    raise exception 'this release was set aside' using errcode = '23514', constraint = 'release_aside';
  end if;
  return new;
end $function$
;

create view recipient_now with (security_invoker=true) as
 SELECT r.clinic_id,
    r.id,
    r.patient_id,
    COALESCE(c.relation, r.relation) AS relation,
    COALESCE(c.name, r.name) AS name,
    COALESCE(c.organisation, r.organisation) AS organisation,
    COALESCE(c.reach, r.reach) AS reach,
    COALESCE(c.aside, false) AS aside,
    r.at
   FROM (recipient r
     LEFT JOIN LATERAL ( SELECT v.clinic_id,
            v.id,
            v.patient_id,
            v.recipient_id,
            v.relation,
            v.name,
            v.organisation,
            v.reach,
            v.aside,
            v.words,
            v.seq,
            v.at,
            v.by_id
           FROM recipient_change v
          WHERE ((v.clinic_id = r.clinic_id) AND (v.recipient_id = r.id))
          ORDER BY v.seq DESC
         LIMIT 1) c ON (true));

create table letter_set_aside (
  clinic_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  words text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint letter_set_aside_pkey PRIMARY KEY (clinic_id, id),
  constraint letter_set_aside_clinic_id_letter_id_key UNIQUE (clinic_id, letter_id),
  constraint letter_set_aside_words_check CHECK ((btrim(words) <> ''::text)),
  constraint letter_set_aside_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint letter_set_aside_clinic_id_letter_id_fkey FOREIGN KEY (clinic_id, letter_id) REFERENCES letter(clinic_id, id)
);

create table mood_choice (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  wanted boolean not null,
  at timestamp with time zone not null,
  link_id uuid not null,
  seq bigint generated always as identity not null,
  constraint mood_choice_pkey PRIMARY KEY (clinic_id, id),
  constraint mood_choice_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint mood_choice_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint mood_choice_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table mood (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  value integer not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  link_id uuid not null,
  seq bigint generated always as identity not null,
  constraint mood_pkey PRIMARY KEY (clinic_id, id),
  constraint mood_value_check CHECK (((value >= 0) AND (value <= 10))),
  constraint mood_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint mood_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint mood_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id)
);

create table asking_choice (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  asked boolean not null,
  hour text,
  time_zone text,
  at timestamp with time zone not null,
  link_id uuid,
  staff_id uuid,
  seq bigint generated always as identity not null,
  constraint asking_choice_pkey PRIMARY KEY (clinic_id, id),
  constraint asking_choice_check CHECK ((num_nonnulls(link_id, staff_id) = 1)),
  constraint asking_choice_hour_check CHECK ((hour ~ '^(0[89]|1[0-9]):00$'::text)),
  constraint asking_choice_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint asking_choice_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint asking_choice_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint asking_choice_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create view asking_now with (security_invoker=true) as
 SELECT DISTINCT ON (clinic_id, patient_id) clinic_id,
    id,
    patient_id,
    asked,
    hour,
    time_zone,
    at,
    link_id,
    staff_id,
    seq
   FROM asking_choice c
  ORDER BY clinic_id, patient_id, seq DESC;

create table text_said (
  clinic_id uuid not null,
  id uuid not null,
  number text not null,
  means text not null,
  words text,
  gateway_id text,
  patient_id uuid,
  link_id uuid,
  staff_id uuid,
  at timestamp with time zone not null,
  seq bigint generated always as identity not null,
  constraint text_said_pkey PRIMARY KEY (clinic_id, id),
  constraint text_said_clinic_id_gateway_id_key UNIQUE (clinic_id, gateway_id),
  constraint text_said_check CHECK ((num_nonnulls(gateway_id, link_id, staff_id) = 1)),
  constraint text_said_check1 CHECK (((means <> 'other'::text) OR (gateway_id IS NOT NULL))),
  constraint text_said_means_check CHECK ((means = ANY (ARRAY['stop'::text, 'start'::text, 'other'::text]))),
  constraint text_said_number_check CHECK ((number ~ '^[0-9]{7,15}$'::text)),
  constraint text_said_words_check CHECK ((length(words) <= 2000)),
  constraint text_said_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint text_said_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id),
  constraint text_said_clinic_id_patient_id_fkey FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint text_said_clinic_id_staff_id_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff(clinic_id, id)
);

create view texts_stopped with (security_invoker=true) as
 SELECT clinic_id,
    number,
    at,
    link_id,
    staff_id,
    gateway_id
   FROM ( SELECT DISTINCT ON (t.clinic_id, t.number) t.clinic_id,
            t.id,
            t.number,
            t.means,
            t.words,
            t.gateway_id,
            t.patient_id,
            t.link_id,
            t.staff_id,
            t.at,
            t.seq
           FROM text_said t
          WHERE (t.means = ANY (ARRAY['stop'::text, 'start'::text]))
          ORDER BY t.clinic_id, t.number, t.seq DESC) s
  WHERE (means = 'stop'::text);

create table asking_rhythm (
  clinic_id uuid not null,
  id uuid not null,
  induction_days integer,
  later_days integer,
  why text not null,
  signed_as text not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  seq bigint generated always as identity not null,
  constraint asking_rhythm_pkey PRIMARY KEY (clinic_id, id),
  constraint asking_rhythm_induction_days_check CHECK (((induction_days >= 3) AND (induction_days <= 14))),
  constraint asking_rhythm_later_days_check CHECK (((later_days >= 7) AND (later_days <= 35))),
  constraint asking_rhythm_signed_as_check CHECK (((length(signed_as) >= 1) AND (length(signed_as) <= 200))),
  constraint asking_rhythm_why_check CHECK (((length(why) >= 3) AND (length(why) <= 2000))),
  constraint asking_rhythm_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint asking_rhythm_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

CREATE OR REPLACE FUNCTION stock_dose_in_stock()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  here record;
begin
  if btrim(new.lot) = '' or btrim(new.lot_because) <> '' then
    return new;
  end if;
  select count(*) as kept,
         count(*) filter (where upper(btrim(l.lot)) = upper(btrim(new.lot)) and balance.remains > 0) as there,
         count(*) filter (where upper(btrim(l.lot)) = upper(btrim(new.lot)) and balance.remains > 0
                            and l.expiry >= (new.given_at at time zone c.time_zone)::date) as good
    into here
    from stock_lot l
    join stock_item i on i.clinic_id = l.clinic_id and i.id = l.item_id
    join clinic c on c.clinic_id = l.clinic_id
    cross join lateral (select coalesce(sum(e.amount), 0) as remains from stock_entry e
                        where e.clinic_id = l.clinic_id and e.lot_id = l.id) balance
    where l.clinic_id = new.clinic_id and l.location_id = new.location_id and i.drug = new.drug and i.form = new.form;
  if here.kept = 0 or here.good > 0 then
    return new;
  elsif here.there > 0 then
    raise exception 'this lot had expired' using errcode = '23514', constraint = 'stock_dose_expired';
  end if;
  raise exception 'this lot is not in stock' using errcode = '23514', constraint = 'stock_dose_not_in_stock';
end $function$
;

create table session_signed_facts (
  clinic_id uuid not null,
  entry_id uuid not null,
  session_id uuid not null,
  entry_kind text generated always as ('signed'::text) stored not null,
  facts jsonb not null,
  constraint session_signed_facts_pkey PRIMARY KEY (clinic_id, entry_id),
  constraint session_signed_facts_facts_check CHECK ((((facts ->> 'format'::text) IS NOT NULL) AND ((facts #>> '{codes,version}'::text[]) IS NOT NULL))),
  constraint session_signed_facts_clinic_id_session_id_entry_kind_entry_fkey FOREIGN KEY (clinic_id, session_id, entry_kind, entry_id) REFERENCES session_event(clinic_id, session_id, kind, id)
);

CREATE OR REPLACE FUNCTION release_covers(of_clinic uuid, of_patient uuid, to_recipient uuid, ids uuid[], on_day date, of_form text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from release r
    where r.clinic_id = of_clinic and r.patient_id = of_patient and r.recipient_id = to_recipient and r.id = any (ids)
      and r.form = of_form and on_day between r.valid_from and r.valid_until
      and not exists (select from release_revocation v
                      where v.clinic_id = r.clinic_id and v.release_id = r.id and v.revoked_on <= on_day))
    and not exists (select from recipient_now n where n.clinic_id = of_clinic and n.id = to_recipient and n.aside)
$function$
;

create table payer_text (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  recipient_id uuid not null,
  rendered text not null,
  text_hash text not null,
  substance_use boolean not null,
  looked_words text[] not null,
  on_day date not null,
  release_ids uuid[] not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint payer_text_pkey PRIMARY KEY (clinic_id, id),
  constraint payer_text_check CHECK ((text_hash = encode(sha256(convert_to(rendered, 'UTF8'::name)), 'hex'::text))),
  constraint payer_text_rendered_check CHECK ((btrim(rendered) <> ''::text)),
  constraint payer_text_clinic_id_by_id_fkey FOREIGN KEY (clinic_id, by_id) REFERENCES staff(clinic_id, id),
  constraint payer_text_clinic_id_patient_id_recipient_id_fkey FOREIGN KEY (clinic_id, patient_id, recipient_id) REFERENCES recipient(clinic_id, patient_id, id)
);

CREATE OR REPLACE FUNCTION payer_text_needs_release()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not release_covers(new.clinic_id, new.patient_id, new.recipient_id, new.release_ids, new.on_day, 'release')
     or new.substance_use and not release_covers(new.clinic_id, new.patient_id, new.recipient_id, new.release_ids,
                                                 new.on_day, 'part 2') then
    raise exception 'no release covers this text' using errcode = '23514', constraint = 'payer_text_released';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION session_standing(of_clinic uuid, of_session uuid, kinds text[])
 RETURNS TABLE(kind text, at timestamp with time zone)
 LANGUAGE sql
 STABLE
AS $function$
  with recursive stands as (
    select e.id as newest, e.kind, e.happened_at as at, false as withdrawn from session_event e
      where e.clinic_id = of_clinic and e.session_id = of_session and e.kind = any(kinds)
    union all
    select c.id, s.kind, coalesce((c.data ->> 'happenedAt')::timestamptz, s.at), coalesce((c.data ->> 'withdrawn')::boolean, false)
      from stands s join session_event c on c.clinic_id = of_clinic and c.corrects = s.newest)
  select s.kind, s.at from stands s
    where not s.withdrawn and not exists (select from session_event x where x.clinic_id = of_clinic and x.corrects = s.newest)
$function$
;

create table supply (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  drug text not null,
  mg_per_unit numeric(7,2),
  units integer,
  dispensed_on date not null,
  covers_days integer,
  dispensed_by text not null,
  pharmacy text default ''::text not null,
  known_from text not null,
  note text default ''::text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint supply_pkey PRIMARY KEY (clinic_id, id),
  constraint supply_corrected_once UNIQUE (clinic_id, corrects),
  constraint supply_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint supply_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint supply_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'entered in error'::text]))),
  constraint supply_covers_days_check CHECK (((covers_days >= 1) AND (covers_days <= 400))),
  constraint supply_dispensed_by_check CHECK ((dispensed_by = ANY (ARRAY['clinic'::text, 'pharmacy'::text, 'not known'::text]))),
  constraint supply_known_from_check CHECK ((known_from = ANY (ARRAY['patient'::text, 'pharmacy'::text, 'pdmp'::text, 'prescriber'::text]))),
  constraint supply_mg_per_unit_check CHECK (((mg_per_unit > (0)::numeric) AND (mg_per_unit <= (1000)::numeric))),
  constraint supply_never_esketamine CHECK ((drug = 'ketamine'::text)),
  constraint supply_units_check CHECK (((units >= 1) AND (units <= 1000))),
  constraint supply_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint supply_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES supply(clinic_id, patient_id, id),
  constraint supply_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint supply_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table loss (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  what text not null,
  units integer,
  lost_on text,
  known_from text not null,
  note text default ''::text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint loss_pkey PRIMARY KEY (clinic_id, id),
  constraint loss_corrected_once UNIQUE (clinic_id, corrects),
  constraint loss_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint loss_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint loss_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'entered in error'::text]))),
  constraint loss_known_from_check CHECK ((known_from = ANY (ARRAY['patient'::text, 'pharmacy'::text, 'pdmp'::text, 'prescriber'::text]))),
  constraint loss_lost_on_check CHECK ((lost_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'::text)),
  constraint loss_units_check CHECK (((units >= 1) AND (units <= 1000))),
  constraint loss_what_check CHECK ((what = ANY (ARRAY['lost'::text, 'damaged'::text]))),
  constraint loss_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint loss_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES loss(clinic_id, patient_id, id),
  constraint loss_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint loss_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

create table outcome_definition (
  clinic_id uuid not null,
  id uuid not null,
  defines text not null,
  chosen text not null,
  why text not null,
  signed_as text not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  seq bigint generated always as identity not null,
  constraint outcome_definition_pkey PRIMARY KEY (clinic_id, id),
  constraint outcome_definition_check CHECK ((((defines || ' '::text) || chosen) = ANY (ARRAY['phq-9-relapse PHQ9-R1'::text, 'phq-9-relapse PHQ9-R1n'::text, 'pcl-5-change PCL5-10'::text, 'pcl-5-change PCL5-5'::text, 'pcl-5-change PCL5-12'::text, 'pcl-5-change PCL5-15'::text, 'madrs-remission MADRS-10'::text, 'madrs-remission MADRS-12'::text, 'madrs-relapse MADRS-R2'::text, 'qids-sr16-relapse QIDS-R3'::text]))),
  constraint outcome_definition_signed_as_check CHECK (((length(signed_as) >= 1) AND (length(signed_as) <= 200))),
  constraint outcome_definition_why_check CHECK (((length(why) >= 3) AND (length(why) <= 2000))),
  constraint outcome_definition_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint outcome_definition_clinic_id_signed_by_fkey FOREIGN KEY (clinic_id, signed_by) REFERENCES staff(clinic_id, id)
);

create table admission (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  admitted_on date not null,
  stay text not null,
  discharged_on date,
  hospital text default ''::text not null,
  known_from text not null,
  note text default ''::text not null,
  change text not null,
  corrects uuid,
  why text default ''::text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid not null,
  constraint admission_pkey PRIMARY KEY (clinic_id, id),
  constraint admission_corrected_once UNIQUE (clinic_id, corrects),
  constraint admission_same_patient UNIQUE (clinic_id, patient_id, id),
  constraint admission_change CHECK (((change = 'recorded'::text) = (corrects IS NULL))),
  constraint admission_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'corrected'::text, 'entered in error'::text]))),
  constraint admission_check CHECK (((discharged_on IS NULL) OR ((stay = 'discharged'::text) AND (discharged_on >= admitted_on)))),
  constraint admission_known_from_check CHECK ((known_from = ANY (ARRAY['patient'::text, 'family'::text, 'hospital'::text]))),
  constraint admission_stay_check CHECK ((stay = ANY (ARRAY['still there'::text, 'discharged'::text, 'not known'::text]))),
  constraint admission_clinic_id_fkey FOREIGN KEY (clinic_id) REFERENCES clinic(clinic_id),
  constraint admission_of_same_patient FOREIGN KEY (clinic_id, patient_id, corrects) REFERENCES admission(clinic_id, patient_id, id),
  constraint admission_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient(clinic_id, id),
  constraint admission_recorder FOREIGN KEY (clinic_id, recorded_by) REFERENCES staff(clinic_id, id)
);

CREATE OR REPLACE FUNCTION session_dose_drawn()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from stock_dose d join stock_entry e on e.clinic_id = d.clinic_id and e.dose_id = d.id
                 where d.clinic_id = new.clinic_id and d.id = new.id and d.session_id = new.session_id
                   and e.lot_id = (new.data ->> 'stockLotId')::uuid) then
    raise exception 'nothing was drawn for this dose' using errcode = '23514', constraint = 'session_event_dose_drawn';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION session_event_over()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  endable constant text[] := array['infusion changed', 'lozenge ended', 'line removed', 'side effect ended'];
  about uuid := new.id;
  of_kind text := new.kind;
  happened timestamptz := new.happened_at;
  said jsonb := new.data;
  ending boolean;
  over timestamptz;
begin
  if new.kind = 'correction' then
    if coalesce((new.data ->> 'withdrawn')::boolean, false) then
      return new;
    end if;
    with recursive stands as (
      select e.id as first, e.id as newest, e.kind, e.happened_at as at, e.data from session_event e
        where e.clinic_id = new.clinic_id and e.session_id = new.session_id and e.kind = any(endable)
      union all
      select s.first, c.id, s.kind, coalesce((c.data ->> 'happenedAt')::timestamptz, s.at), coalesce(c.data -> 'data', s.data)
        from stands s join session_event c on c.clinic_id = new.clinic_id and c.corrects = s.newest)
    select s.first, s.kind, coalesce((new.data ->> 'happenedAt')::timestamptz, s.at), coalesce(new.data -> 'data', s.data)
      into about, of_kind, happened, said
      from stands s where s.newest = new.corrects;
    if of_kind is null then
      return new;
    end if;
  end if;
  ending := of_kind <> 'infusion changed' or said ->> 'what' = 'stopped';

  with recursive stands as (
    select e.id as first, e.id as newest, e.happened_at as at, e.data, false as withdrawn from session_event e
      where e.clinic_id = new.clinic_id and e.session_id = new.session_id and e.kind = of_kind and e.id <> about
    union all
    select s.first, c.id, coalesce((c.data ->> 'happenedAt')::timestamptz, s.at), coalesce(c.data -> 'data', s.data),
           coalesce((c.data ->> 'withdrawn')::boolean, false)
      from stands s join session_event c on c.clinic_id = new.clinic_id and c.corrects = s.newest)
  select min(s.at) into over from stands s
    where not s.withdrawn and not exists (select from session_event x where x.clinic_id = new.clinic_id and x.corrects = s.newest)
      and coalesce(s.data ->> 'doseId', s.data ->> 'lineId', s.data ->> 'effectId')
        = coalesce(said ->> 'doseId', said ->> 'lineId', said ->> 'effectId')
      and (of_kind <> 'infusion changed' or s.data ->> 'what' = 'stopped');
  if ending and happened >= over then
    raise exception 'it had ended by then' using errcode = '23514', constraint = 'session_event_ended_already';
  elsif not ending and happened > over then
    raise exception 'the pump had been stopped by then' using errcode = '23514', constraint = 'session_event_after_pump_stop';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION presume(what text, key text, digest text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  now_so text;
begin
  case what
    when 'sign-in' then select md5(e::text) into now_so from enter_by_sign_in(key) e;
    when 'session' then select md5(c::text) into now_so from session_vitals_context(key::uuid) c;
  end case;
  if now_so is distinct from digest then
    raise exception 'what was presumed is not so any more' using errcode = 'EK001';
  end if;
end $function$
;

create view response_standing with (security_invoker=true) as
 SELECT clinic_id,
    id,
    patient_id,
    instrument,
    instrument_version,
    answers,
    context_kind,
    context_id,
    link_id,
    answered_at,
    answered_by_kind,
    answered_by,
    recorded_at,
    missing,
    score,
    lowest,
    highest,
    corrects,
    asked_in,
    takes_back,
    why
   FROM response r
  WHERE ((NOT takes_back) AND (NOT (EXISTS ( SELECT
           FROM response c
          WHERE ((c.clinic_id = r.clinic_id) AND (c.corrects = r.id) AND (c.corrects IS NOT NULL))))));

alter table consent_withdrawal add constraint consent_withdrawal_clinic_id_link_id_fkey FOREIGN KEY (clinic_id, link_id) REFERENCES patient_link(clinic_id, id);

alter table room add constraint room_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES registered_location(clinic_id, id);

alter table stock_lot add constraint stock_lot_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES registered_location(clinic_id, id);

alter table stock_dose add constraint stock_dose_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES registered_location(clinic_id, id);

alter table stock_count add constraint stock_count_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES registered_location(clinic_id, id);

alter table rems_enrolment add constraint rems_enrolment_clinic_id_location_id_fkey FOREIGN KEY (clinic_id, location_id) REFERENCES registered_location(clinic_id, id);

alter table intake_answer add constraint intake_answer_request FOREIGN KEY (clinic_id, request_id) REFERENCES public_request(clinic_id, id);

alter table release add constraint release_clinic_id_patient_id_recipient_id_request_id_text__fkey FOREIGN KEY (clinic_id, patient_id, recipient_id, request_id, text_hash) REFERENCES release_request(clinic_id, patient_id, recipient_id, id, text_hash);

CREATE INDEX alert_clinic_id_about_kind_about_id_idx ON alert USING btree (clinic_id, about_kind, about_id);
CREATE INDEX alert_clinic_id_patient_id_raised_at_idx ON alert USING btree (clinic_id, patient_id, raised_at DESC);
CREATE INDEX alert_clinic_id_raised_at_idx ON alert USING btree (clinic_id, raised_at DESC);
CREATE UNIQUE INDEX alert_acknowledged_once ON alert_event USING btree (clinic_id, alert_id, of_hand) NULLS NOT DISTINCT WHERE (kind = 'acknowledge'::text);
CREATE UNIQUE INDEX alert_closed_once ON alert_event USING btree (clinic_id, alert_id) WHERE (kind = 'close'::text);
CREATE INDEX alert_event_clinic_id_alert_id_seq_idx ON alert_event USING btree (clinic_id, alert_id, seq);
CREATE INDEX asking_choice_clinic_id_patient_id_seq_idx ON asking_choice USING btree (clinic_id, patient_id, seq DESC);
CREATE INDEX audit_entry_accounts ON audit_entry USING btree (clinic_id, seq) WHERE ((subject_kind = 'staff'::text) AND (action <> ALL (ARRAY['sign-in.seen'::text, 'sign-in.lock'::text, 'sign-in.unlock'::text, 'sign-in.elsewhere'::text])));
CREATE INDEX audit_entry_patient ON audit_entry USING btree (clinic_id, patient_id, seq) WHERE (patient_id IS NOT NULL);
CREATE INDEX board_silence_clinic_id_until_idx ON board_silence USING btree (clinic_id, until);
CREATE UNIQUE INDEX care_team_once ON care_team USING btree (clinic_id, patient_id, staff_id) WHERE (ended_at IS NULL);
CREATE INDEX consent_check_clinic_id_request_id_seq_idx ON consent_check USING btree (clinic_id, request_id, seq);
CREATE INDEX consent_link_clinic_id_request_id_idx ON consent_link USING btree (clinic_id, request_id);
CREATE INDEX consent_question_clinic_id_request_id_idx ON consent_question USING btree (clinic_id, request_id);
CREATE INDEX consent_request_clinic_id_patient_id_route_seq_idx ON consent_request USING btree (clinic_id, patient_id, route, seq DESC);
CREATE INDEX content_pack_clinic_id_instrument_seq_idx ON content_pack USING btree (clinic_id, instrument, seq DESC);
CREATE UNIQUE INDEX determination_first ON determination USING btree (clinic_id, patient_id, route) WHERE (replaces IS NULL);
CREATE UNIQUE INDEX determination_replaced_once ON determination USING btree (clinic_id, replaces);
CREATE UNIQUE INDEX determination_confirmed_once ON determination_confirmation USING btree (clinic_id, determination_id);
CREATE INDEX drill_clinic_id_staff_id_started_at_idx ON drill USING btree (clinic_id, staff_id, started_at);
CREATE INDEX duplicate_decision_clinic_id_patient_id_idx ON duplicate_decision USING btree (clinic_id, patient_id);
CREATE UNIQUE INDEX evaluation_open_once ON evaluation USING btree (clinic_id, patient_id) WHERE (closed_at IS NULL);
CREATE INDEX evaluation_fact_clinic_id_evaluation_id_key_seq_idx ON evaluation_fact USING btree (clinic_id, evaluation_id, key, seq DESC);
CREATE UNIQUE INDEX evaluation_fact_corrected_once ON evaluation_fact USING btree (clinic_id, corrects);
CREATE UNIQUE INDEX evaluation_fact_first ON evaluation_fact USING btree (clinic_id, evaluation_id, key) WHERE (corrects IS NULL);
CREATE INDEX intake_clinic_id_patient_id_asked_at_idx ON intake USING btree (clinic_id, patient_id, asked_at DESC);
CREATE INDEX intake_answer_clinic_id_intake_id_question_entry_idx ON intake_answer USING btree (clinic_id, intake_id, question, entry);
CREATE INDEX intake_confirmation_clinic_id_intake_id_idx ON intake_confirmation USING btree (clinic_id, intake_id);
CREATE UNIQUE INDEX intake_confirmed_once ON intake_confirmation USING btree (clinic_id, answer_id);
CREATE INDEX intake_done_clinic_id_intake_id_done_at_idx ON intake_done USING btree (clinic_id, intake_id, done_at);
CREATE INDEX letter_clinic_id_patient_id_seq_idx ON letter USING btree (clinic_id, patient_id, seq);
CREATE INDEX letter_sending_clinic_id_letter_id_idx ON letter_sending USING btree (clinic_id, letter_id);
CREATE INDEX message_clinic_id_next_try_at_idx ON message USING btree (clinic_id, next_try_at) WHERE ((sent_at IS NULL) AND (gave_up_at IS NULL));
CREATE INDEX message_clinic_id_queued_at_idx ON message USING btree (clinic_id, queued_at DESC);
CREATE INDEX mood_clinic_id_patient_id_at_idx ON mood USING btree (clinic_id, patient_id, at);
CREATE INDEX mood_choice_clinic_id_patient_id_seq_idx ON mood_choice USING btree (clinic_id, patient_id, seq DESC);
CREATE INDEX none_known_clinic_id_patient_id_idx ON none_known USING btree (clinic_id, patient_id);
CREATE INDEX outcome_definition_clinic_id_defines_seq_idx ON outcome_definition USING btree (clinic_id, defines, seq DESC);
CREATE INDEX patient_identity_clinic_id_birth_date_idx ON patient_identity USING btree (clinic_id, birth_date);
CREATE INDEX patient_identity_clinic_id_name_key_idx ON patient_identity USING btree (clinic_id, name_key);
CREATE INDEX patient_link_clinic_id_patient_id_made_at_idx ON patient_link USING btree (clinic_id, patient_id, made_at DESC);
CREATE INDEX patient_link_clinic_id_purpose_subject_id_idx ON patient_link USING btree (clinic_id, purpose, subject_id);
CREATE INDEX payer_text_clinic_id_patient_id_at_idx ON payer_text USING btree (clinic_id, patient_id, at);
CREATE INDEX plan_clinic_id_patient_id_made_at_idx ON plan USING btree (clinic_id, patient_id, made_at DESC);
CREATE UNIQUE INDEX plan_review_once ON plan_review USING btree (clinic_id, plan_id, point, after_session) WHERE (point <> 'at another time'::text);
CREATE UNIQUE INDEX plan_stopped_once ON plan_review USING btree (clinic_id, plan_id) WHERE (decision = 'stop'::text);
CREATE INDEX public_request_clinic_id_received_at_idx ON public_request USING btree (clinic_id, received_at DESC);
CREATE UNIQUE INDEX public_request_registered_once ON public_request_step USING btree (clinic_id, request_id) WHERE (step = 'registered'::text);
CREATE INDEX public_request_step_clinic_id_request_id_seq_idx ON public_request_step USING btree (clinic_id, request_id, seq DESC);
CREATE INDEX public_request_words_clinic_id_request_id_seq_idx ON public_request_words USING btree (clinic_id, request_id, seq DESC);
CREATE INDEX recipient_change_clinic_id_recipient_id_seq_idx ON recipient_change USING btree (clinic_id, recipient_id, seq);
CREATE UNIQUE INDEX location_name_once ON registered_location USING btree (clinic_id, lower(name)) WHERE (closed_at IS NULL);
CREATE INDEX registry_view_clinic_id_view_id_seq_idx ON registry_view USING btree (clinic_id, view_id, seq DESC);
CREATE INDEX release_clinic_id_patient_id_seq_idx ON release USING btree (clinic_id, patient_id, seq);
CREATE INDEX release_request_clinic_id_patient_id_seq_idx ON release_request USING btree (clinic_id, patient_id, seq);
CREATE INDEX rems_answer_clinic_id_session_id_seq_idx ON rems_answer USING btree (clinic_id, session_id, seq);
CREATE INDEX rems_enrolment_clinic_id_location_id_seq_idx ON rems_enrolment USING btree (clinic_id, location_id, seq);
CREATE INDEX rems_enrolment_clinic_id_patient_id_seq_idx ON rems_enrolment USING btree (clinic_id, patient_id, seq);
CREATE INDEX rems_sending_clinic_id_session_id_seq_idx ON rems_sending USING btree (clinic_id, session_id, seq);
CREATE INDEX response_attempts ON response USING btree (clinic_id, patient_id) WHERE ((instrument = 'asq-since-last'::text) AND ((answers ->> '4'::text) = 'yes'::text));
CREATE INDEX response_clinic_id_context_kind_context_id_idx ON response USING btree (clinic_id, context_kind, context_id);
CREATE INDEX response_clinic_id_patient_id_instrument_answered_at_idx ON response USING btree (clinic_id, patient_id, instrument, answered_at);
CREATE UNIQUE INDEX response_corrected_once ON response USING btree (clinic_id, corrects) WHERE (corrects IS NOT NULL);
CREATE INDEX response_scores ON response USING btree (clinic_id, instrument, patient_id, answered_at) INCLUDE (id, score, lowest, highest);
CREATE UNIQUE INDEX room_name_once ON room USING btree (clinic_id, lower(name)) WHERE (retired_at IS NULL);
CREATE INDEX session_by_day ON session USING btree (clinic_id, booked_for);
CREATE INDEX session_of_patient ON session USING btree (clinic_id, patient_id, booked_for DESC);
CREATE INDEX session_open ON session USING btree (clinic_id, room_id) WHERE (ended_at IS NULL);
CREATE INDEX session_event_attempts ON session_event USING btree (clinic_id, session_id) WHERE (((data #>> '{facts,suicide,4}'::text[]) = 'yes'::text) OR ((data #>> '{data,facts,suicide,4}'::text[]) = 'yes'::text));
CREATE UNIQUE INDEX session_event_one_arrival ON session_event USING btree (clinic_id, session_id) WHERE (kind = 'arrived'::text);
CREATE UNIQUE INDEX session_event_one_booking ON session_event USING btree (clinic_id, session_id) WHERE (kind = 'booked'::text);
CREATE UNIQUE INDEX session_event_one_clearance ON session_event USING btree (clinic_id, session_id) WHERE (kind = 'cleared'::text);
CREATE UNIQUE INDEX session_event_one_correction ON session_event USING btree (clinic_id, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX session_event_one_dose ON session_event USING btree (clinic_id, session_id, (((data ->> 'number'::text))::integer)) WHERE (kind = 'dose'::text);
CREATE UNIQUE INDEX session_event_one_end ON session_event USING btree (clinic_id, session_id) WHERE (kind = ANY (ARRAY['released'::text, 'stopped'::text, 'cancelled'::text, 'no-show'::text]));
CREATE INDEX session_event_vitals ON session_event USING btree (clinic_id, session_id, happened_at) WHERE (kind = 'vitals'::text);
CREATE INDEX session_signed_facts_clinic_id_session_id_idx ON session_signed_facts USING btree (clinic_id, session_id);
CREATE INDEX sign_in_clinic_id_staff_id_idx ON sign_in USING btree (clinic_id, staff_id) WHERE (ended_at IS NULL);
CREATE INDEX sign_in_attempt_clinic_id_staff_id_seq_idx ON sign_in_attempt USING btree (clinic_id, staff_id, seq DESC);
CREATE INDEX stock_count_line_clinic_id_item_id_idx ON stock_count_line USING btree (clinic_id, item_id);
CREATE INDEX stock_dose_clinic_id_given_at_idx ON stock_dose USING btree (clinic_id, given_at);
CREATE INDEX stock_dose_amount_clinic_id_dose_id_seq_idx ON stock_dose_amount USING btree (clinic_id, dose_id, seq);
CREATE UNIQUE INDEX stock_dose_settled_once ON stock_dose_settled USING btree (clinic_id, dose_id, amount_seq);
CREATE INDEX stock_entry_clinic_id_item_id_seq_idx ON stock_entry USING btree (clinic_id, item_id, seq);
CREATE INDEX stock_entry_clinic_id_lot_id_idx ON stock_entry USING btree (clinic_id, lot_id);
CREATE INDEX stock_entry_of_dose ON stock_entry USING btree (clinic_id, dose_id) WHERE (dose_id IS NOT NULL);
CREATE UNIQUE INDEX stock_entry_one_withdrawal ON stock_entry USING btree (clinic_id, dose_id) WHERE (kind = 'withdrawn'::text);
CREATE UNIQUE INDEX stock_item_once ON stock_item USING btree (clinic_id, drug, form, strength, COALESCE(volume_ml, (0)::numeric), ndc);
CREATE UNIQUE INDEX stock_lot_once ON stock_lot USING btree (clinic_id, location_id, item_id, upper(lot));
CREATE INDEX stock_mismatch_event_clinic_id_line_id_seq_idx ON stock_mismatch_event USING btree (clinic_id, line_id, seq);
CREATE UNIQUE INDEX stock_mismatch_once ON stock_mismatch_event USING btree (clinic_id, line_id, kind) WHERE (kind <> 'taken'::text);
CREATE UNIQUE INDEX stock_witness_once ON stock_witness USING btree (clinic_id, entry_id);
CREATE INDEX text_said_clinic_id_number_seq_idx ON text_said USING btree (clinic_id, number, seq DESC);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER is_a_location AFTER INSERT ON clinic FOR EACH ROW EXECUTE FUNCTION clinic_is_a_location();
CREATE TRIGGER kind_stays BEFORE UPDATE ON clinic FOR EACH ROW EXECUTE FUNCTION refuse_other_kind();
CREATE TRIGGER told AFTER DELETE OR UPDATE ON clinic FOR EACH STATEMENT EXECUTE FUNCTION tell_clinic_changed();
CREATE TRIGGER waits BEFORE INSERT ON consent_check FOR EACH ROW EXECUTE FUNCTION consent_request_waits();
CREATE TRIGGER waits BEFORE INSERT ON consent_question FOR EACH ROW EXECUTE FUNCTION consent_request_waits();
CREATE TRIGGER waits BEFORE INSERT ON consent_signature FOR EACH ROW EXECUTE FUNCTION consent_request_waits();
CREATE TRIGGER waits BEFORE INSERT ON consent_withdrawal FOR EACH ROW EXECUTE FUNCTION consent_request_waits();
CREATE TRIGGER in_a_drill BEFORE INSERT ON drill_play FOR EACH ROW EXECUTE FUNCTION refuse_play_elsewhere();
CREATE TRIGGER released BEFORE INSERT ON letter_sending FOR EACH ROW EXECUTE FUNCTION letter_needs_release();
CREATE TRIGGER released BEFORE INSERT ON letter_signature FOR EACH ROW EXECUTE FUNCTION letter_needs_release();
CREATE TRIGGER not_from_a_drill BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION refuse_from_drill();
CREATE TRIGGER not_from_a_drill BEFORE INSERT ON patient_link FOR EACH ROW EXECUTE FUNCTION refuse_from_drill();
CREATE TRIGGER released BEFORE INSERT ON payer_text FOR EACH ROW EXECUTE FUNCTION payer_text_needs_release();
CREATE TRIGGER one_at_a_time BEFORE INSERT ON plan FOR EACH ROW EXECUTE FUNCTION plan_one_at_a_time();
CREATE TRIGGER not_stopped BEFORE INSERT ON plan_review FOR EACH ROW EXECUTE FUNCTION plan_not_stopped();
CREATE TRIGGER not_stopped BEFORE INSERT ON plan_version FOR EACH ROW EXECUTE FUNCTION plan_not_stopped();
CREATE TRIGGER may_close BEFORE UPDATE OF closed_at ON registered_location FOR EACH ROW EXECUTE FUNCTION location_may_close();
CREATE TRIGGER not_aside BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_not_aside();
CREATE TRIGGER location_fits BEFORE INSERT OR UPDATE OF location_id, retired_at ON room FOR EACH ROW EXECUTE FUNCTION room_location_fits();
CREATE TRIGGER by_log_only BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION session_moves_by_log_only();
CREATE TRIGGER location_fits BEFORE INSERT OR UPDATE OF room_id ON session FOR EACH ROW EXECUTE FUNCTION session_location_fits();
CREATE TRIGGER told AFTER UPDATE ON session FOR EACH ROW EXECUTE FUNCTION tell_session_changed('id');
CREATE CONSTRAINT TRIGGER drawn AFTER INSERT ON session_event DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.kind = 'dose'::text) AND ((new.data ->> 'stockLotId'::text) IS NOT NULL))) EXECUTE FUNCTION session_dose_drawn();
CREATE TRIGGER fits BEFORE INSERT ON session_event FOR EACH ROW EXECUTE FUNCTION session_event_fits();
CREATE TRIGGER follows AFTER INSERT ON session_event FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['rescheduled'::text, 'handed over'::text, 'released'::text, 'stopped'::text, 'cancelled'::text, 'no-show'::text]))) EXECUTE FUNCTION session_follows_log();
CREATE TRIGGER given BEFORE INSERT ON session_event FOR EACH ROW WHEN (((new.kind = ANY (ARRAY['dose'::text, 'infusion changed'::text, 'lozenge ended'::text, 'line removed'::text])) OR ((new.kind = 'decided'::text) AND ((new.data ->> 'about'::text) = 'device'::text)))) EXECUTE FUNCTION session_event_given();
CREATE TRIGGER over BEFORE INSERT ON session_event FOR EACH ROW WHEN ((new.kind = ANY (ARRAY['infusion changed'::text, 'lozenge ended'::text, 'line removed'::text, 'side effect ended'::text, 'correction'::text]))) EXECUTE FUNCTION session_event_over();
CREATE TRIGGER released BEFORE INSERT ON session_event FOR EACH ROW WHEN ((new.kind = 'released'::text)) EXECUTE FUNCTION session_event_released();
CREATE TRIGGER told AFTER INSERT ON session_event FOR EACH ROW WHEN ((new.kind <> 'vitals'::text)) EXECUTE FUNCTION tell_session_changed('session_id');
CREATE TRIGGER told AFTER INSERT OR DELETE OR UPDATE ON sign_in FOR EACH STATEMENT EXECUTE FUNCTION tell_sign_ins();
CREATE TRIGGER told AFTER DELETE OR UPDATE ON staff FOR EACH STATEMENT EXECUTE FUNCTION tell_sign_ins();
CREATE TRIGGER expects BEFORE INSERT ON stock_count_line FOR EACH ROW EXECUTE FUNCTION stock_count_expects();
CREATE TRIGGER given_where BEFORE INSERT ON stock_dose FOR EACH ROW EXECUTE FUNCTION stock_dose_where();
CREATE TRIGGER stock_dose_with_a_lot BEFORE INSERT ON stock_dose FOR EACH ROW EXECUTE FUNCTION stock_dose_in_stock();
CREATE TRIGGER fits BEFORE INSERT ON stock_entry FOR EACH ROW EXECUTE FUNCTION stock_entry_fits();
alter table admission enable row level security;
alter table admission force row level security;
alter table alert enable row level security;
alter table alert force row level security;
alter table alert_event enable row level security;
alter table alert_event force row level security;
alter table allergy enable row level security;
alter table allergy force row level security;
alter table asking_choice enable row level security;
alter table asking_choice force row level security;
alter table asking_rhythm enable row level security;
alter table asking_rhythm force row level security;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table audit_head enable row level security;
alter table audit_head force row level security;
alter table board_silence enable row level security;
alter table board_silence force row level security;
alter table care_team enable row level security;
alter table care_team force row level security;
alter table clinic enable row level security;
alter table clinic force row level security;
alter table consent_answer enable row level security;
alter table consent_answer force row level security;
alter table consent_check enable row level security;
alter table consent_check force row level security;
alter table consent_countersignature enable row level security;
alter table consent_countersignature force row level security;
alter table consent_document enable row level security;
alter table consent_document force row level security;
alter table consent_link enable row level security;
alter table consent_link force row level security;
alter table consent_question enable row level security;
alter table consent_question force row level security;
alter table consent_request enable row level security;
alter table consent_request force row level security;
alter table consent_signature enable row level security;
alter table consent_signature force row level security;
alter table consent_therapist_signature enable row level security;
alter table consent_therapist_signature force row level security;
alter table consent_withdrawal enable row level security;
alter table consent_withdrawal force row level security;
alter table contact enable row level security;
alter table contact force row level security;
alter table content_pack enable row level security;
alter table content_pack force row level security;
alter table coverage enable row level security;
alter table coverage force row level security;
alter table determination enable row level security;
alter table determination force row level security;
alter table determination_confirmation enable row level security;
alter table determination_confirmation force row level security;
alter table drill enable row level security;
alter table drill force row level security;
alter table drill_play enable row level security;
alter table drill_play force row level security;
alter table drill_report enable row level security;
alter table drill_report force row level security;
alter table drill_sign_off enable row level security;
alter table drill_sign_off force row level security;
alter table drill_step enable row level security;
alter table drill_step force row level security;
alter table duplicate_decision enable row level security;
alter table duplicate_decision force row level security;
alter table evaluation enable row level security;
alter table evaluation force row level security;
alter table evaluation_entry enable row level security;
alter table evaluation_entry force row level security;
alter table evaluation_fact enable row level security;
alter table evaluation_fact force row level security;
alter table intake enable row level security;
alter table intake force row level security;
alter table intake_answer enable row level security;
alter table intake_answer force row level security;
alter table intake_confirmation enable row level security;
alter table intake_confirmation force row level security;
alter table intake_done enable row level security;
alter table intake_done force row level security;
alter table integrative_plan enable row level security;
alter table integrative_plan force row level security;
alter table invitation enable row level security;
alter table invitation force row level security;
alter table letter enable row level security;
alter table letter force row level security;
alter table letter_sending enable row level security;
alter table letter_sending force row level security;
alter table letter_set_aside enable row level security;
alter table letter_set_aside force row level security;
alter table letter_signature enable row level security;
alter table letter_signature force row level security;
alter table letter_version enable row level security;
alter table letter_version force row level security;
alter table loss enable row level security;
alter table loss force row level security;
alter table medicine enable row level security;
alter table medicine force row level security;
alter table message enable row level security;
alter table message force row level security;
alter table mood enable row level security;
alter table mood force row level security;
alter table mood_choice enable row level security;
alter table mood_choice force row level security;
alter table none_known enable row level security;
alter table none_known force row level security;
alter table outcome_definition enable row level security;
alter table outcome_definition force row level security;
alter table passkey enable row level security;
alter table passkey force row level security;
alter table password enable row level security;
alter table password force row level security;
alter table patient enable row level security;
alter table patient force row level security;
alter table patient_identity enable row level security;
alter table patient_identity force row level security;
alter table patient_link enable row level security;
alter table patient_link force row level security;
alter table payer_text enable row level security;
alter table payer_text force row level security;
alter table pharmacy enable row level security;
alter table pharmacy force row level security;
alter table plan enable row level security;
alter table plan force row level security;
alter table plan_review enable row level security;
alter table plan_review force row level security;
alter table plan_version enable row level security;
alter table plan_version force row level security;
alter table problem enable row level security;
alter table problem force row level security;
alter table public_request enable row level security;
alter table public_request force row level security;
alter table public_request_step enable row level security;
alter table public_request_step force row level security;
alter table public_request_words enable row level security;
alter table public_request_words force row level security;
alter table recipient enable row level security;
alter table recipient force row level security;
alter table recipient_change enable row level security;
alter table recipient_change force row level security;
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
alter table registered_location enable row level security;
alter table registered_location force row level security;
alter table registry_view enable row level security;
alter table registry_view force row level security;
alter table release enable row level security;
alter table release force row level security;
alter table release_request enable row level security;
alter table release_request force row level security;
alter table release_request_set_aside enable row level security;
alter table release_request_set_aside force row level security;
alter table release_revocation enable row level security;
alter table release_revocation force row level security;
alter table rems_answer enable row level security;
alter table rems_answer force row level security;
alter table rems_enrolment enable row level security;
alter table rems_enrolment force row level security;
alter table rems_sending enable row level security;
alter table rems_sending force row level security;
alter table response enable row level security;
alter table response force row level security;
alter table room enable row level security;
alter table room force row level security;
alter table session enable row level security;
alter table session force row level security;
alter table session_event enable row level security;
alter table session_event force row level security;
alter table session_signed_facts enable row level security;
alter table session_signed_facts force row level security;
alter table sign_in enable row level security;
alter table sign_in force row level security;
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
alter table spent_challenge enable row level security;
alter table spent_challenge force row level security;
alter table staff enable row level security;
alter table staff force row level security;
alter table stock_count enable row level security;
alter table stock_count force row level security;
alter table stock_count_line enable row level security;
alter table stock_count_line force row level security;
alter table stock_dose enable row level security;
alter table stock_dose force row level security;
alter table stock_dose_amount enable row level security;
alter table stock_dose_amount force row level security;
alter table stock_dose_settled enable row level security;
alter table stock_dose_settled force row level security;
alter table stock_entry enable row level security;
alter table stock_entry force row level security;
alter table stock_item enable row level security;
alter table stock_item force row level security;
alter table stock_lot enable row level security;
alter table stock_lot force row level security;
alter table stock_mismatch_event enable row level security;
alter table stock_mismatch_event force row level security;
alter table stock_witness enable row level security;
alter table stock_witness force row level security;
alter table supply enable row level security;
alter table supply force row level security;
alter table text_said enable row level security;
alter table text_said force row level security;
alter table totp enable row level security;
alter table totp force row level security;
create policy own_clinic on admission for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on alert for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on alert_event for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on allergy for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on asking_choice for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on asking_rhythm for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on audit_entry for all to public using ((clinic_id = evenkeel_clinic()));
create policy own_clinic on audit_head for all to public using ((clinic_id = evenkeel_clinic()));
create policy own_clinic on board_silence for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on care_team for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on clinic for all to public using ((clinic_id = evenkeel_clinic()));
create policy whole on clinic for select to public using (((CURRENT_USER <> 'evenkeel_app'::name) AND (current_setting('evenkeel.whole'::text, true) = 'yes'::text)));
create policy own_clinic on consent_answer for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_check for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_countersignature for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_document for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_link for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_question for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_request for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_signature for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_therapist_signature for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on consent_withdrawal for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on contact for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on content_pack for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on coverage for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on determination for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on determination_confirmation for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on drill for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on drill_play for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on drill_report for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on drill_sign_off for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on drill_step for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on duplicate_decision for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on evaluation for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on evaluation_entry for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on evaluation_fact for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on intake for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on intake_answer for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on intake_confirmation for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on intake_done for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on integrative_plan for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy by_token on invitation for select to public using ((token_hash = evenkeel_knock()));
create policy own_clinic on invitation for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on letter for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on letter_sending for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on letter_set_aside for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on letter_signature for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on letter_version for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on loss for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on medicine for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on message for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on mood for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on mood_choice for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on none_known for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on outcome_definition for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy by_credential on passkey for select to public using ((credential_hash = evenkeel_knock()));
create policy own_clinic on passkey for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on password for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on patient for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on patient_identity for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy by_token on patient_link for select to public using ((token_hash = evenkeel_knock()));
create policy own_clinic on patient_link for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on payer_text for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on pharmacy for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on plan for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on plan_review for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on plan_version for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on problem for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on public_request for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on public_request_step for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on public_request_words for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on recipient for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on recipient_change for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on recovery_code for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on registered_location for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on registry_view for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on release for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on release_request for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on release_request_set_aside for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on release_revocation for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on rems_answer for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on rems_enrolment for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on rems_sending for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on response for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on room for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on session for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on session_event for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on session_signed_facts for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy by_token on sign_in for select to public using ((token_hash = evenkeel_knock()));
create policy own_clinic on sign_in for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on sign_in_attempt for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on spent_challenge for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy by_email on staff for select to public using ((encode(sha256((email)::bytea), 'hex'::text) = evenkeel_knock()));
create policy own_clinic on staff for all to public using ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_count for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_count_line for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_dose for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_dose_amount for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_dose_settled for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_entry for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_item for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_lot for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_mismatch_event for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on stock_witness for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on supply for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on text_said for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
create policy own_clinic on totp for all to public using ((clinic_id = evenkeel_clinic())) with check ((clinic_id = evenkeel_clinic()));
grant insert, select on admission to evenkeel_app;
grant insert, select on alert to evenkeel_app;
grant insert, select on alert_event to evenkeel_app;
grant insert, select on allergy to evenkeel_app;
grant insert, select on asking_choice to evenkeel_app;
grant select on asking_now to evenkeel_app;
grant insert, select on asking_rhythm to evenkeel_app;
grant insert, select on audit_entry to evenkeel_app;
grant insert, select, update on audit_head to evenkeel_app;
grant insert, select on board_silence to evenkeel_app;
grant insert, select on care_team to evenkeel_app;
grant insert, select, update on clinic to evenkeel_app;
grant insert, select on consent_answer to evenkeel_app;
grant insert, select on consent_check to evenkeel_app;
grant insert, select on consent_countersignature to evenkeel_app;
grant insert, select on consent_document to evenkeel_app;
grant insert, select on consent_link to evenkeel_app;
grant insert, select on consent_question to evenkeel_app;
grant insert, select on consent_request to evenkeel_app;
grant insert, select on consent_signature to evenkeel_app;
grant insert, select on consent_therapist_signature to evenkeel_app;
grant insert, select on consent_withdrawal to evenkeel_app;
grant insert, select on contact to evenkeel_app;
grant insert, select on content_pack to evenkeel_app;
grant insert, select on coverage to evenkeel_app;
grant insert, select on determination to evenkeel_app;
grant insert, select on determination_confirmation to evenkeel_app;
grant insert, select on drill to evenkeel_app;
grant insert, select on drill_play to evenkeel_app;
grant insert, select on drill_report to evenkeel_app;
grant insert, select on drill_sign_off to evenkeel_app;
grant insert, select on drill_step to evenkeel_app;
grant insert, select on duplicate_decision to evenkeel_app;
grant insert, select on evaluation to evenkeel_app;
grant insert, select on evaluation_entry to evenkeel_app;
grant insert, select on evaluation_fact to evenkeel_app;
grant insert, select on intake to evenkeel_app;
grant insert, select on intake_answer to evenkeel_app;
grant insert, select on intake_confirmation to evenkeel_app;
grant insert, select on intake_done to evenkeel_app;
grant insert, select on integrative_plan to evenkeel_app;
grant insert, select, update on invitation to evenkeel_app;
grant insert, select on letter to evenkeel_app;
grant insert, select on letter_sending to evenkeel_app;
grant insert, select on letter_set_aside to evenkeel_app;
grant insert, select on letter_signature to evenkeel_app;
grant insert, select on letter_version to evenkeel_app;
grant insert, select on loss to evenkeel_app;
grant insert, select on medicine to evenkeel_app;
grant insert, select on message to evenkeel_app;
grant insert, select on mood to evenkeel_app;
grant insert, select on mood_choice to evenkeel_app;
grant insert, select on none_known to evenkeel_app;
grant insert, select on outcome_definition to evenkeel_app;
grant insert, select, update on passkey to evenkeel_app;
grant insert, select, update on password to evenkeel_app;
grant insert, select on patient to evenkeel_app;
grant insert, select on patient_identity to evenkeel_app;
grant insert, select on patient_link to evenkeel_app;
grant select on patient_now to evenkeel_app;
grant insert, select on payer_text to evenkeel_app;
grant insert, select on pharmacy to evenkeel_app;
grant insert, select on plan to evenkeel_app;
grant insert, select on plan_review to evenkeel_app;
grant insert, select on plan_version to evenkeel_app;
grant insert, select on problem to evenkeel_app;
grant insert, select on public_request to evenkeel_app;
grant insert, select on public_request_step to evenkeel_app;
grant insert, select on public_request_words to evenkeel_app;
grant insert, select on recipient to evenkeel_app;
grant insert, select on recipient_change to evenkeel_app;
grant select on recipient_now to evenkeel_app;
grant insert, select, update on recovery_code to evenkeel_app;
grant insert, select on registered_location to evenkeel_app;
grant insert, select on registry_view to evenkeel_app;
grant insert, select on release to evenkeel_app;
grant insert, select on release_request to evenkeel_app;
grant insert, select on release_request_set_aside to evenkeel_app;
grant insert, select on release_revocation to evenkeel_app;
grant insert, select on rems_answer to evenkeel_app;
grant insert, select on rems_enrolment to evenkeel_app;
grant insert, select on rems_sending to evenkeel_app;
grant insert, select on response to evenkeel_app;
grant select on response_standing to evenkeel_app;
grant insert, select on room to evenkeel_app;
grant insert, select on session to evenkeel_app;
grant insert, select on session_event to evenkeel_app;
grant insert, select on session_signed_facts to evenkeel_app;
grant insert, select, update on sign_in to evenkeel_app;
grant insert, select on sign_in_attempt to evenkeel_app;
grant insert, select on spent_challenge to evenkeel_app;
grant insert, select, update on staff to evenkeel_app;
grant insert, select on stock_count to evenkeel_app;
grant insert, select on stock_count_line to evenkeel_app;
grant insert, select on stock_dose to evenkeel_app;
grant insert, select on stock_dose_amount to evenkeel_app;
grant insert, select on stock_dose_settled to evenkeel_app;
grant insert, select on stock_entry to evenkeel_app;
grant insert, select on stock_item to evenkeel_app;
grant insert, select on stock_lot to evenkeel_app;
grant insert, select on stock_mismatch_event to evenkeel_app;
grant insert, select on stock_witness to evenkeel_app;
grant insert, select on supply to evenkeel_app;
grant insert, select on text_said to evenkeel_app;
grant select on texts_stopped to evenkeel_app;
grant insert, select, update on totp to evenkeel_app;
grant update (ended_at, ended_by) on care_team to evenkeel_app;
grant update (closed_at, closed_by, close_reason) on evaluation to evenkeel_app;
grant update (sealed_body, attempts, next_try_at, claimed_until, sent_at, gave_up_at, last_problem) on message to evenkeel_app;
grant update (opened_at, used_at, withdrawn_at) on patient_link to evenkeel_app;
grant update (name, address, dea_number, rems_certified, closed_at) on registered_location to evenkeel_app;
grant update (name, place, retired_at, location_id) on room to evenkeel_app;
grant update (room_id, booked_for, minutes, ends_at, responsible_id, ended_at, ended_as) on session to evenkeel_app;
revoke execute on function append_audit(timestamp with time zone,text,uuid,text,text,text,uuid,jsonb) from public;
grant execute on function append_audit(timestamp with time zone,text,uuid,text,text,text,uuid,jsonb) to evenkeel_app;
grant execute on function enter_by_link(text) to evenkeel_app;
grant execute on function enter_by_sign_in(text) to evenkeel_app;
grant execute on function presume(text,text,text) to evenkeel_app;
grant execute on function session_standing(uuid,uuid,text[]) to evenkeel_app;
grant execute on function session_vitals_context(uuid) to evenkeel_app;
