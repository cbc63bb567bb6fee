-- A treatment day. `session_event` is the log of what happened, only ever appended to; state, note, board and bill are
-- read from it. `session` is who, where and when it is booked, kept in step with the log by a trigger.

create table room (
  clinic_id uuid not null references clinic,
  id uuid not null,
  name text not null check (btrim(name) <> ''),
  place integer not null default 0,            -- order on the board
  retired_at timestamptz,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, made_by) references staff (clinic_id, id)
);
create unique index room_name_once on room (clinic_id, lower(name)) where retired_at is null;

-- Two of these overlap only when they are the same id: lets an exclusion constraint compare ids without an extension.
create type uuid_range as range (subtype = uuid);

create table session (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device
  patient_id uuid not null,
  plan_id uuid not null,
  plan_version_id uuid not null,               -- in force when booked; the dose names the one in force that day
  route text not null check (route in ('im', 'iv', 'lozenge', 'esketamine')),
  room_id uuid not null,
  booked_for timestamptz not null,
  minutes integer not null check (minutes between 15 and 720),
  ends_at timestamptz not null,
  responsible_id uuid not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('released', 'stopped', 'cancelled', 'no-show')),
  booked_at timestamptz not null,
  booked_by uuid not null,
  primary key (clinic_id, id),
  check (ends_at = booked_for + make_interval(mins => minutes)),
  check ((ended_at is null) = (ended_as is null)),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, plan_id, patient_id) references plan (clinic_id, id, patient_id),
  foreign key (clinic_id, plan_version_id) references plan_version (clinic_id, id),
  foreign key (clinic_id, room_id) references room (clinic_id, id),
  foreign key (clinic_id, responsible_id) references staff (clinic_id, id),
  foreign key (clinic_id, booked_by) references staff (clinic_id, id),
  -- A room holds one patient at a time, and a patient is in one room at a time.
  constraint session_room_free exclude using gist (
    uuid_range(clinic_id, clinic_id, '[]') with &&, uuid_range(room_id, room_id, '[]') with &&,
    tstzrange(booked_for, ends_at) with &&) where (ended_at is null),
  constraint session_patient_free exclude using gist (
    uuid_range(clinic_id, clinic_id, '[]') with &&, uuid_range(patient_id, patient_id, '[]') with &&,
    tstzrange(booked_for, ends_at) with &&) where (ended_at is null)
);
create index session_of_patient on session (clinic_id, patient_id, booked_for desc);
create index session_by_day on session (clinic_id, booked_for);
create index session_open on session (clinic_id, room_id) where ended_at is null;

-- What happened, when it happened and when it was written down. `id` is made on the device, so sending twice is
-- harmless. The session names its clinic, so the clinic is not checked once more for each of the many rows here.
create table session_event (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  kind text not null check (kind in (
    'booked', 'rescheduled', 'cancelled', 'no-show', 'arrived', 'handed over', 'facts', 'vitals', 'not cleared', 'cleared',
    'dose', 'side effect', 'side effect ended', 'remark', 'released', 'stopped', 'addendum', 'correction', 'signed')),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  data jsonb not null default '{}',
  corrects uuid,
  seq bigint generated always as identity,
  -- A dose names the clearance it rests on and a release names the dose: without one PostgreSQL refuses the row.
  clearance_id uuid generated always as (case when kind = 'dose' then (data ->> 'clearanceId')::uuid end) stored,
  clearance_kind text generated always as (case when kind = 'dose' then 'cleared' end) stored,
  dose_id uuid generated always as (case when kind = 'released' then (data ->> 'doseId')::uuid end) stored,
  dose_kind text generated always as (case when kind = 'released' then 'dose' end) stored,
  primary key (clinic_id, id),
  constraint session_event_of_session unique (clinic_id, session_id, kind, id),
  foreign key (clinic_id, session_id) references session (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id),
  constraint session_event_clearance foreign key (clinic_id, session_id, clearance_id, clearance_kind)
    references session_event (clinic_id, session_id, id, kind),
  constraint session_event_dose foreign key (clinic_id, session_id, dose_id, dose_kind)
    references session_event (clinic_id, session_id, id, kind),
  constraint session_event_corrected foreign key (clinic_id, corrects) references session_event (clinic_id, id),
  constraint session_event_dose_cleared check (kind <> 'dose' or clearance_id is not null),
  constraint session_event_dose_numbered check (kind <> 'dose' or coalesce((data ->> 'number')::integer >= 1, false)),
  constraint session_event_release_dosed check (kind <> 'released' or dose_id is not null),
  constraint session_event_release_to_somebody check (kind <> 'released' or length(btrim(data ->> 'toName')) > 0),
  constraint session_event_corrects_something check ((kind = 'correction') = (corrects is not null)),
  constraint session_event_not_future check (happened_at <= recorded_at + interval '2 minutes')
);
-- Of two people at once the first wins.
create unique index session_event_one_booking on session_event (clinic_id, session_id) where kind = 'booked';
create unique index session_event_one_arrival on session_event (clinic_id, session_id) where kind = 'arrived';
create unique index session_event_one_clearance on session_event (clinic_id, session_id) where kind = 'cleared';
create unique index session_event_one_dose on session_event (clinic_id, session_id, ((data ->> 'number')::integer)) where kind = 'dose';
create unique index session_event_one_end on session_event (clinic_id, session_id)
  where kind in ('released', 'stopped', 'cancelled', 'no-show');
-- The baseline of a session is found without reading all that was observed since.
create index session_event_vitals on session_event (clinic_id, session_id, happened_at) where kind = 'vitals';
create unique index session_event_one_correction on session_event (clinic_id, corrects) where corrects is not null;

do $$ declare t text; begin
  foreach t in array array['room', 'session', 'session_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
grant update (name, place, retired_at) on room to evenkeel_app;
grant update (room_id, booked_for, minutes, ends_at, responsible_id, ended_at, ended_as) on session to evenkeel_app;

-- Whoever writes to one session waits for the other, so that two cannot slip past each other; those who only add an
-- observation do not wait for each other.
create function session_event_fits() returns trigger language plpgsql as $$
declare
  lock constant bigint := hashtextextended(new.clinic_id::text || new.session_id::text, 7);
  arrived timestamptz;
  ended timestamptz;
  dosed timestamptz;
  cleared timestamptz;
begin
  if new.kind in ('facts', 'vitals', 'side effect', 'side effect ended', 'remark', 'addendum') then
    perform pg_advisory_xact_lock_shared(lock);
  else
    perform pg_advisory_xact_lock(lock);
  end if;

  select min(e.happened_at) filter (where e.kind = 'arrived' or a.id is not null),
         min(e.happened_at) filter (where e.kind in ('released', 'stopped', 'cancelled', 'no-show')),
         max(e.happened_at) filter (where e.kind = 'dose'),
         min(e.happened_at) filter (where e.kind = 'cleared')
    into arrived, ended, dosed, cleared
    from session_event e
    left join session_event a on a.clinic_id = e.clinic_id and a.id = e.corrects and a.kind = 'arrived'
    where e.clinic_id = new.clinic_id and e.session_id = new.session_id
      and e.kind in ('arrived', 'released', 'stopped', 'cancelled', 'no-show', 'dose', 'cleared', 'correction');

  if new.kind in ('addendum', 'signed') then
    return new;
  elsif new.kind = 'correction' then
    if not exists (select from session_event e where e.clinic_id = new.clinic_id and e.session_id = new.session_id and e.id = new.corrects) then
      raise exception 'an entry of another session' using errcode = '23514', constraint = 'session_event_same_session';
    end if;
    return new;
  end if;

  -- An observation made before the end but delivered after it (a tablet without contact) is a fact and is kept.
  if ended is not null and (new.happened_at > ended or new.kind not in ('facts', 'vitals', 'side effect', 'side effect ended', 'remark')) then
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
  if new.kind = 'released' and new.happened_at < dosed then
    raise exception 'before the dose' using errcode = '23514', constraint = 'session_event_before_dose';
  end if;
  return new;
end $$;
create trigger fits before insert on session_event for each row execute function session_event_fits();

-- The booking follows the log.
create function session_follows_log() returns trigger language plpgsql as $$
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
end $$;
create trigger follows after insert on session_event for each row
  when (new.kind in ('rescheduled', 'handed over', 'released', 'stopped', 'cancelled', 'no-show'))
  execute function session_follows_log();

-- Nothing else moves a booking.
create function session_moves_by_log_only() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'a booking changes by an entry in its log' using errcode = '23514', constraint = 'session_moves_by_log_only';
  end if;
  return new;
end $$;
create trigger by_log_only before update on session for each row execute function session_moves_by_log_only();

-- What a set of observations is judged against: whose session it is, the clinic's policy, and the baseline with the doses,
-- without all that was observed since. A function so that the plan is made once a connection and not every few minutes in
-- every room. Moments in the JSON are written as the program writes them.
create function session_vitals_context(session_id uuid)
returns table (patient_id uuid, responsible_id uuid, route text, policy jsonb, time_zone text, emergency_plan text, events jsonb)
language plpgsql stable as $$
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
end $$;
grant execute on function session_vitals_context(uuid) to evenkeel_app;
