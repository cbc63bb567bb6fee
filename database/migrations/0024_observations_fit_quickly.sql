-- As in 0007 and 0012; but an observation, of which there are many, is checked by two rows and not by the whole log.
create or replace function session_event_fits() returns trigger language plpgsql as $$
declare
  lock constant bigint := hashtextextended(new.clinic_id::text || new.session_id::text, 7);
  arrived timestamptz;
  ended timestamptz;
  dosed timestamptz;
  cleared timestamptz;
begin
  if new.kind in ('facts', 'vitals', 'side effect', 'side effect ended', 'remark', 'infusion changed', 'lozenge ended', 'line placed', 'line removed',
                  'addendum') then
    perform pg_advisory_xact_lock_shared(lock);
    -- Nearly always: after the arrival that was entered first, in a session that goes on. All else is looked at below.
    perform from session s
      join session_event a on a.clinic_id = s.clinic_id and a.session_id = s.id and a.kind = 'arrived'
      where s.clinic_id = new.clinic_id and s.id = new.session_id and s.ended_at is null and a.happened_at <= new.happened_at;
    if found then
      return new;
    end if;
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
  if new.kind = 'released' and new.happened_at < dosed then
    raise exception 'before the dose' using errcode = '23514', constraint = 'session_event_before_dose';
  end if;
  return new;
end $$;

-- What observations are judged by is kept in memory between them (care/sessions/judged-by.ts). Here everything is told that
-- makes it untrue, whatever wrote it: any entry but observations, a changed booking, changed settings of the clinic.
create function tell_session_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('evenkeel', json_build_object('clinic', '', 'action', 'session',
    'subject', new.clinic_id || ' ' || (to_jsonb(new) ->> tg_argv[0]))::text);
  return null;
end $$;
create trigger told after insert on session_event for each row when (new.kind <> 'vitals')
  execute function tell_session_changed('session_id');
create trigger told after update on session for each row execute function tell_session_changed('id');
create function tell_clinic_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('evenkeel', '{"clinic":"","action":"clinic"}');
  return null;
end $$;
create trigger told after update or delete on clinic for each statement execute function tell_clinic_changed();
