-- The prescribed course. A plan is its versions; the newest is the one that counts, all stay readable.
create table plan (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  route text not null check (route in ('im', 'iv', 'lozenge', 'esketamine')),
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, id, patient_id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, made_by) references staff (clinic_id, id)
);
create index on plan (clinic_id, patient_id, made_at desc);

-- The dose is the prescriber's own. `weight_kg` is what was on record when they signed, for the mg/kg shown beside it.
create table plan_version (
  clinic_id uuid not null references clinic,
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  number integer not null check (number >= 1),
  drug text not null check (drug in ('ketamine', 'esketamine')),
  dose_mg numeric(7, 2) not null check (dose_mg > 0 and dose_mg <= 1000),
  dose_confirmed text,                       -- what was unusual about it, when the prescriber was asked and said it is right
  weight_kg numeric(5, 1) check (weight_kg between 20 and 350),
  weight_recorded_at timestamptz,
  sessions integer not null check (sessions between 1 and 60),
  days_between_least integer not null check (days_between_least between 1 and 365),
  days_between_most integer not null check (days_between_most between 1 and 365),
  per_week_most integer check (per_week_most between 1 and 7),
  review_after integer[] not null,           -- session numbers; the last session is always a review point
  goals text not null,
  notes text not null,
  determination_id uuid not null,            -- the determination in force when signed (0004)
  consent_request_id uuid not null,          -- the consent in force when signed (0005)
  why text not null check (why <> ''),
  signed_at timestamptz not null,
  signed_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, plan_id, number),       -- two prescribers at once: the first wins
  check (days_between_most >= days_between_least),
  foreign key (clinic_id, plan_id, patient_id) references plan (clinic_id, id, patient_id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id)
);

-- A decision at a review point, or at any other time; 'stop' ends the plan.
create table plan_review (
  clinic_id uuid not null references clinic,
  id uuid not null,
  plan_id uuid not null,
  patient_id uuid not null,
  plan_version_id uuid not null,
  point text not null check (point in ('after session', 'at the end', 'at another time')),
  after_session integer not null check (after_session >= 0),
  decision text not null check (decision in ('continue', 'change', 'stop')),
  reason text not null check (reason <> ''),
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, plan_id, patient_id) references plan (clinic_id, id, patient_id),
  foreign key (clinic_id, plan_version_id) references plan_version (clinic_id, id),
  foreign key (clinic_id, decided_by) references staff (clinic_id, id)
);
create unique index plan_review_once on plan_review (clinic_id, plan_id, point, after_session) where point <> 'at another time';
create unique index plan_stopped_once on plan_review (clinic_id, plan_id) where decision = 'stop';

do $$ declare t text; begin
  foreach t in array array['plan','plan_version','plan_review'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

-- One plan at a time: a second one for a patient waits until the first was stopped.
create function plan_one_at_a_time() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.patient_id::text, 6));
  if exists (select from plan p where p.clinic_id = new.clinic_id and p.patient_id = new.patient_id
             and not exists (select from plan_review r where r.clinic_id = p.clinic_id and r.plan_id = p.id and r.decision = 'stop')) then
    raise exception 'this patient has a plan' using errcode = '23505', constraint = 'plan_one_at_a_time';
  end if;
  return new;
end $$;
create trigger one_at_a_time before insert on plan for each row execute function plan_one_at_a_time();

-- Nothing is added to a plan that was stopped.
create function plan_not_stopped() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.patient_id::text, 6));
  if exists (select from plan_review r where r.clinic_id = new.clinic_id and r.plan_id = new.plan_id and r.decision = 'stop') then
    raise exception 'this plan was stopped' using errcode = '23514', constraint = 'plan_not_stopped';
  end if;
  return new;
end $$;
create trigger not_stopped before insert on plan_version for each row execute function plan_not_stopped();
create trigger not_stopped before insert on plan_review for each row execute function plan_not_stopped();
