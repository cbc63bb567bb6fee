-- The ground everything stands on: who may see which rows, the clinic and its staff, and the audit trail.

-- The role every request runs as. It owns nothing and cannot pass row-level security.
do $$
begin
  if not exists (select from pg_roles where rolname = 'evenkeel_app') then
    create role evenkeel_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not (select rolsuper from pg_roles where rolname = current_user)
     and not pg_has_role(current_user, 'evenkeel_app', 'member') then
    execute format('grant evenkeel_app to %I', current_user);
  end if;
  execute format('grant usage on schema %I to evenkeel_app', current_schema());
end $$;

-- The clinic this transaction is confined to. Not set means null, and null equals no row.
create function evenkeel_clinic() returns uuid language sql stable parallel safe
  return nullif(current_setting('evenkeel.clinic_id', true), '')::uuid;

-- What somebody at the door has brought: the hash of a link or of a sign-in, before their clinic is known.
create function evenkeel_knock() returns text language sql stable parallel safe
  return nullif(current_setting('evenkeel.knock', true), '');

create table clinic (
  clinic_id uuid primary key,
  name text not null check (name <> ''),
  address jsonb not null default '{}',
  time_zone text not null,
  emergency_plan text not null default '',
  message_cover jsonb not null default '{}',
  policy jsonb not null default '{}',
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
alter table clinic enable row level security;
alter table clinic force row level security;
create policy own_clinic on clinic using (clinic_id = evenkeel_clinic());
-- The owner of the tables lists the clinics for backup and at start, even where it is no superuser.
create policy whole on clinic for select
  using (current_user <> 'evenkeel_app' and current_setting('evenkeel.whole', true) = 'yes');
grant select, insert, update on clinic to evenkeel_app;

create table staff (
  clinic_id uuid not null references clinic,
  id uuid not null,
  name text not null check (name <> ''),
  email text not null check (email = lower(email) and email like '%_@_%'),
  roles text[] not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (clinic_id, id),
  unique (clinic_id, email)
);
alter table staff enable row level security;
alter table staff force row level security;
create policy own_clinic on staff using (clinic_id = evenkeel_clinic());
grant select, insert, update on staff to evenkeel_app;

create table audit_head (
  clinic_id uuid primary key references clinic,
  seq bigint not null,
  previous_hash bytea not null,
  hash bytea not null
);
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy own_clinic on audit_head using (clinic_id = evenkeel_clinic());
grant select, insert, update on audit_head to evenkeel_app;

-- No reference to clinic: audit_head has one, and checking it again with every entry would cost a fifth of the entry.
create table audit_entry (
  clinic_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  patient_id uuid,
  detail jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (clinic_id, seq)
);
create index audit_entry_patient on audit_entry (clinic_id, patient_id, seq) where patient_id is not null;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy own_clinic on audit_entry using (clinic_id = evenkeel_clinic());
grant select, insert on audit_entry to evenkeel_app;

-- One entry's hash: SHA-256 over the hash before it and a JSON array of every column, which no two entries share.
create function audit_hash(
  previous bytea, clinic uuid, seq bigint, at timestamptz, actor_kind text, actor_id uuid, action text,
  subject_kind text, subject_id text, patient_id uuid, detail jsonb
) returns bytea language sql stable parallel safe
  return sha256(previous || convert_to(jsonb_build_array(
    clinic, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor_kind, actor_id, action,
    subject_kind, subject_id, patient_id, detail)::text, 'UTF8'));

-- Adds the next entry of this transaction's clinic and tells whoever listens, once the transaction has committed.
-- The row in audit_head is locked until then, so entries of one clinic follow each other without a gap: make this the
-- last statement before the commit.
create function append_audit(
  at timestamptz, actor_kind text, actor_id uuid, action text, subject_kind text, subject_id text,
  patient_id uuid, detail jsonb
) returns bigint language plpgsql as $$
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
end $$;
revoke execute on function append_audit(timestamptz, text, uuid, text, text, text, uuid, jsonb) from public;
grant execute on function append_audit(timestamptz, text, uuid, text, text, text, uuid, jsonb) to evenkeel_app;

-- Nobody changes an entry, not even the owner of the table. A demo clinic may be thrown away whole.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('evenkeel.discard_demo', true) = old.clinic_id::text
     and exists (select from clinic c where c.clinic_id = old.clinic_id and c.is_demo) then
    return old;
  end if;
  raise exception 'an audit entry cannot be changed or removed' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger never_emptied before truncate on audit_entry
  for each statement execute function refuse_audit_change();
