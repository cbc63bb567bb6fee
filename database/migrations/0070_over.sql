-- What is entered about something that was over by then counts for nothing, so it is refused: anything done to a pump after its
-- stop, and a second end of an infusion, a lozenge, a line or a side effect. By the entries as they stand after their
-- corrections, and for a correction as for an entry. What happened before the end is taken whenever it comes, and so is an
-- earlier end. `care/sessions/over.ts` says the same.

create function session_event_over() returns trigger language plpgsql as $$
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
end $$;
-- After "fits" and "given" by its name: the lock of the session is taken, and what is named is there.
create trigger over before insert on session_event for each row
  when (new.kind in ('infusion changed', 'lozenge ended', 'line removed', 'side effect ended', 'correction'))
  execute function session_event_over();

-- As in 0062, with one difference: an end and what is done to a pump wait for each other, because each may rule the other out.
create or replace function session_event_fits() returns trigger language plpgsql as $$
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
end $$;
