-- The other ways to give: what happens to an infusion, a lozenge, a line; what a prescriber decided about a device that
-- did not give its whole dose.
alter table session_event drop constraint session_event_kind_check;
alter table session_event add constraint session_event_kind_check check (kind in (
  'booked', 'rescheduled', 'cancelled', 'no-show', 'arrived', 'handed over', 'facts', 'vitals', 'not cleared', 'cleared',
  'dose', 'infusion changed', 'lozenge ended', 'line placed', 'line removed', 'decided', 'side effect',
  'side effect ended', 'remark', 'released', 'stopped', 'addendum', 'correction', 'signed'));

-- As in 0007, with the new kinds: like observations they are facts, and one made before the end may arrive after it.
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

-- What the way of giving itself asks for, whoever writes the row: a dose of the session's own route; of esketamine only
-- whole devices of 28 mg within the plan and not past their date, and two hours after the last of them before release.
create function session_event_given() returns trigger language plpgsql as $$
declare
  of_route text;
  zone text;
  given timestamptz;
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
      elsif coalesce((new.data ->> 'expiry')::date < (new.happened_at at time zone zone)::date, true) then
        raise exception 'past its date' using errcode = '23514', constraint = 'session_event_expired';
      end if;
    end if;
  elsif new.kind = 'released' then
    if of_route = 'esketamine' then
      -- Each dose as it stands after its corrections, and the corrections of those.
      with recursive dose as (
        select e.id as newest, e.happened_at as at, false as withdrawn from session_event e
          where e.clinic_id = new.clinic_id and e.session_id = new.session_id and e.kind = 'dose'
        union all
        select c.id, coalesce((c.data ->> 'happenedAt')::timestamptz, d.at), coalesce((c.data ->> 'withdrawn')::boolean, false)
          from dose d join session_event c on c.clinic_id = new.clinic_id and c.corrects = d.newest)
      select max(d.at) into given from dose d
        where not d.withdrawn
          and not exists (select from session_event x where x.clinic_id = new.clinic_id and x.corrects = d.newest);
      if coalesce(new.happened_at < given + interval '2 hours', true) then
        raise exception 'before two hours' using errcode = '23514', constraint = 'session_event_two_hours';
      end if;
    end if;
  elsif not exists (
    select from session_event e
      where e.clinic_id = new.clinic_id and e.session_id = new.session_id
        and e.id = coalesce(new.data ->> 'doseId', new.data ->> 'lineId')::uuid
        and e.kind = case new.kind when 'line removed' then 'line placed' else 'dose' end) then
    raise exception 'nothing of this session' using errcode = '23514', constraint = 'session_event_same_session';
  end if;
  return new;
end $$;
create trigger given before insert on session_event for each row
  when (new.kind in ('dose', 'released', 'infusion changed', 'lozenge ended', 'line removed')
        or (new.kind = 'decided' and new.data ->> 'about' = 'device'))
  execute function session_event_given();
