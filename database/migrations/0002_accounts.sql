-- Who works here is `staff` (0001). This is how they prove it, and since when they are signed in.
-- Secrets are hashed (tokens, recovery codes, passwords with argon2id) or sealed with the installation's key (TOTP).

create table password (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- the member of staff
  hash text not null,                        -- argon2id with its parameters, PHC string
  set_at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, id) references staff (clinic_id, id)
);

create table totp (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- the member of staff
  sealed_secret text not null,
  confirmed_at timestamptz,                  -- null until the first code from the phone was right
  last_step bigint not null default 0,       -- a code works once
  primary key (clinic_id, id),
  foreign key (clinic_id, id) references staff (clinic_id, id)
);

create table passkey (
  clinic_id uuid not null references clinic,
  id uuid not null,
  staff_id uuid not null,
  credential_id text not null,
  credential_hash text not null unique,      -- SHA-256 of credential_id, which can be long: found by this
  public_key text not null,                  -- COSE key, base64url
  sign_count bigint not null,
  transports text[] not null default '{}',
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz,
  removed_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);

create table recovery_code (
  clinic_id uuid not null references clinic,
  id uuid not null,
  staff_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);

create table sign_in (
  clinic_id uuid not null references clinic,
  id uuid not null,
  staff_id uuid not null,
  token_hash text not null unique,
  method text not null check (method in ('set up', 'invitation', 'passkey', 'password and code', 'recovery code', 'display',
                                        'demo')),
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,              -- last time the person touched something, for the idle lock
  locked_at timestamptz,
  proved_at timestamptz,                     -- last time they showed a password or a passkey since signing in
  ended_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);
create index on sign_in (clinic_id, staff_id) where ended_at is null;

-- Tries at passwords and codes, counted per account so that guessing from many addresses is slow too. A try is written
-- before it is judged. 'elsewhere': it was the right one for the same address in another clinic, and counts for nothing.
create table sign_in_attempt (
  clinic_id uuid not null references clinic,
  id uuid not null,
  staff_id uuid not null,
  seq bigint generated always as identity,
  at timestamptz not null,
  outcome text not null check (outcome in ('tried', 'succeeded', 'elsewhere')),
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);
create index on sign_in_attempt (clinic_id, staff_id, seq desc);

-- A way in that works once: setting up, joining, coming back after losing everything. Only the hash is kept.
create table invitation (
  clinic_id uuid not null references clinic,
  id uuid not null,
  staff_id uuid not null,
  purpose text not null check (purpose in ('set up', 'join', 'recover', 'display')),
  token_hash text not null unique,
  made_at timestamptz not null,
  made_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (clinic_id, id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);

-- What a passkey signed works once: its challenge is written down here in the transaction that accepts it.
create table spent_challenge (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- the challenge
  spent_at timestamptz not null,
  primary key (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['password','totp','passkey','recovery_code','sign_in','sign_in_attempt','invitation',
                           'spent_challenge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert, update on %I to evenkeel_app', t);
  end loop;
end $$;
revoke update on sign_in_attempt, spent_challenge from evenkeel_app;

-- Before anybody is known there is no clinic to look in. Whoever holds a secret may see the one row that it opens.
create policy by_token on sign_in for select using (token_hash = evenkeel_knock());
create policy by_token on invitation for select using (token_hash = evenkeel_knock());
create policy by_credential on passkey for select using (credential_hash = evenkeel_knock());
-- Of an address the hash: it can hold characters that a knock may not. Addresses hold no backslash (staff_email below).
alter table staff add constraint staff_email check (position('\' in email) = 0);
create policy by_email on staff for select using (encode(sha256(email::bytea), 'hex') = evenkeel_knock());

-- From the hash of a cookie to the person behind it, in one statement; the transaction is in their clinic afterwards.
create function enter_by_sign_in(hash text)
returns table (clinic_id uuid, sign_in_id uuid, staff_id uuid, name text, roles text[], created_at timestamptz,
               seen_at timestamptz, locked_at timestamptz)
language plpgsql as $$
declare found_clinic uuid;
begin
  select s.clinic_id into found_clinic from sign_in s where s.token_hash = hash and s.ended_at is null;
  if found_clinic is null then return; end if;
  perform set_config('evenkeel.clinic_id', found_clinic::text, true);
  return query
    select s.clinic_id, s.id, p.id, p.name, p.roles, s.created_at, s.seen_at, s.locked_at
    from sign_in s join staff p on p.clinic_id = s.clinic_id and p.id = s.staff_id
    where s.token_hash = hash and s.ended_at is null and p.active;
end $$;
grant execute on function enter_by_sign_in(text) to evenkeel_app;
