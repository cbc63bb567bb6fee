-- A drill is a scripted treatment day in a clinic of its own, made to train staff of another one and thrown away once its
-- report is kept. What a clinic is for is settled when it is made: a drill or a demo cannot become a clinic with patients,
-- nor the other way round, and no row can be moved from one to the other.
alter table clinic add column drill_of uuid;   -- the clinic whose staff train here; null: no drill
alter table clinic add constraint clinic_drill check (drill_of is null or (is_demo and drill_of <> clinic_id));

create function refuse_other_kind() returns trigger language plpgsql as $$
begin
  if (new.clinic_id, new.is_demo, new.drill_of) is distinct from (old.clinic_id, old.is_demo, old.drill_of) then
    raise exception 'what a clinic is for does not change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger kind_stays before update on clinic for each row execute function refuse_other_kind();

-- In the drill's own clinic: what is played, for whom, and how far its clock was moved ahead of the real one.
create table drill_play (
  clinic_id uuid not null references clinic,
  drill_id uuid not null,                      -- of the training record in the clinic whose staff train
  script text not null,
  version integer not null,
  session_id uuid not null,
  trainee_id uuid not null,
  began_at timestamptz not null,               -- the script's minutes count from here
  primary key (clinic_id, drill_id),
  constraint drill_play_once unique (clinic_id),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  foreign key (clinic_id, trainee_id) references staff (clinic_id, id)
);

create table drill_step (
  clinic_id uuid not null,
  id uuid not null,
  drill_id uuid not null,
  from_at timestamptz not null,                -- by the drill's clock
  to_at timestamptz not null check (to_at > from_at and to_at < from_at + interval '3 hours'),
  primary key (clinic_id, id),
  constraint drill_step_once unique (clinic_id, to_at),
  foreign key (clinic_id, drill_id) references drill_play (clinic_id, drill_id)
);

create function refuse_play_elsewhere() returns trigger language plpgsql as $$
begin
  if not exists (select from clinic c where c.clinic_id = new.clinic_id and c.drill_of is not null) then
    raise exception 'a drill is played in a drill clinic only' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
-- While a drill is played nothing leaves it.
create function refuse_from_drill() returns trigger language plpgsql as $$
begin
  if exists (select from drill_play p where p.clinic_id = new.clinic_id) then
    raise exception 'nothing is sent from a drill' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger not_from_a_drill before insert on patient_link for each row execute function refuse_from_drill();
create trigger not_from_a_drill before insert on message for each row execute function refuse_from_drill();

create trigger in_a_drill before insert on drill_play for each row execute function refuse_play_elsewhere();

-- In the clinic whose staff train: who drilled what, the report that was derived from the log, who signed it off or not.
create table drill (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  staff_id uuid not null,
  script text not null,
  version integer not null,
  started_at timestamptz not null,
  played_in uuid not null,                     -- the drill clinic, gone once the report is kept
  primary key (clinic_id, id),
  unique (clinic_id, id, staff_id),
  foreign key (clinic_id, staff_id) references staff (clinic_id, id)
);
create index on drill (clinic_id, staff_id, started_at);

create table drill_report (
  clinic_id uuid not null,
  drill_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  report jsonb not null,
  primary key (clinic_id, drill_id),
  foreign key (clinic_id, drill_id) references drill (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

create table drill_sign_off (
  clinic_id uuid not null,
  id uuid not null,                            -- made on the device
  drill_id uuid not null,
  staff_id uuid not null,                      -- whose drill it was
  by_id uuid not null,
  at timestamptz not null,
  answer text not null check (answer in ('signed off', 'not signed off')),
  words text not null check (length(btrim(words)) between 3 and 2000),
  primary key (clinic_id, id),
  constraint drill_signed_once unique (clinic_id, drill_id),
  constraint drill_not_oneself check (by_id <> staff_id),
  foreign key (clinic_id, drill_id) references drill_report (clinic_id, drill_id),
  foreign key (clinic_id, drill_id, staff_id) references drill (clinic_id, id, staff_id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['drill_play', 'drill_step', 'drill', 'drill_report', 'drill_sign_off'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
