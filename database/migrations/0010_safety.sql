-- Something a named person has to look at, by when, and why. What happened to it since is `alert_event`; whether it is
-- acknowledged, overdue, escalated or closed is read from there and from the clock, never stored as a flag.

create table alert (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  rule_id text not null,
  level text not null check (level in ('review', 'high', 'urgent')),
  about_kind text not null,                  -- 'response', 'session', 'session event'
  about_id uuid not null,
  says text not null default '',             -- the rule's own sentence when it was raised
  source jsonb,                              -- and where that sentence comes from
  inputs jsonb not null default '{}',        -- the numbers and codes the rule saw; never a patient's words
  raised_at timestamptz not null,
  due_at timestamptz not null,               -- acknowledged by then, or it goes to the next person
  owner_role text,
  owner_id uuid,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, owner_id) references staff (clinic_id, id),
  check (owner_role is not null or owner_id is not null),
  check (due_at >= raised_at)
);
create index on alert (clinic_id, patient_id, raised_at desc);
create index on alert (clinic_id, raised_at desc);
create index on alert (clinic_id, about_kind, about_id);

create table alert_event (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- made on the device
  alert_id uuid not null,
  kind text not null check (kind in ('acknowledge', 'reassign', 'escalate', 'note', 'close')),
  at timestamptz not null,
  by_id uuid not null,
  words text,
  to_role text,
  to_id uuid,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, alert_id) references alert (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id),
  foreign key (clinic_id, to_id) references staff (clinic_id, id),
  check ((kind = 'reassign') = (to_role is not null or to_id is not null)),
  check (kind not in ('close', 'note', 'escalate', 'reassign') or length(btrim(words)) > 0)
);
-- The first person to acknowledge has it, and something is closed once.
create unique index alert_acknowledged_once on alert_event (clinic_id, alert_id) where kind = 'acknowledge';
create unique index alert_closed_once on alert_event (clinic_id, alert_id) where kind = 'close';
create index on alert_event (clinic_id, alert_id, seq);

do $$ declare t text; begin
  foreach t in array array['alert', 'alert_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
