-- A release of any route, whoever writes the row: only with every criterion of its route in it and each one met, and only
-- when the shortest stay has passed since the last of the drug was in. Whether a criterion is met is weighed by
-- science/routes/release.ts; `care/sessions/database.test.ts` holds that its criteria and stays are the ones here.
create function session_release_asks(of_route text) returns text[] language sql immutable as $$
  select array['B6-alert', 'B6-dissociation', 'B6-walking', 'B6-comfort', 'B6-pressure', 'B6-falling', 'B6-heart-rate', 'B6-spo2',
               'B6-score', 'B6-suicide', 'RL-23', 'B6-time', 'B6-observations', 'B6-instructions']
    || case of_route when 'iv' then array['IV-ended', 'IV-line']
                     when 'lozenge' then array['LZ-ended']
                     when 'esketamine' then array['RL-20', 'RL-21', 'RL-22', 'A2-partial']
                     else '{}' end
$$;

-- Minutes of the protocol, or the clinic's own where it asks for more.
create function session_shortest_stay(of_route text, policy jsonb) returns numeric language sql immutable as $$
  select case when jsonb_typeof(own) = 'number' and own::numeric between least_minutes and 480 then own::numeric else least_minutes end
    from (select case of_route when 'iv' then 60 when 'im' then 90 else 120 end as least_minutes,
                 policy #> array['limits', of_route, 'minimumStayMinutes'] as own) as stay
$$;

create function session_event_released() returns trigger language plpgsql as $$
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
end $$;
create trigger released before insert on session_event for each row when (new.kind = 'released') execute function session_event_released();

-- As in 0012; the release is looked at above.
create or replace function session_event_given() returns trigger language plpgsql as $$
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
      elsif coalesce((new.data ->> 'expiry')::date < (new.happened_at at time zone zone)::date, true) then
        raise exception 'past its date' using errcode = '23514', constraint = 'session_event_expired';
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
drop trigger given on session_event;
create trigger given before insert on session_event for each row
  when (new.kind in ('dose', 'infusion changed', 'lozenge ended', 'line removed')
        or (new.kind = 'decided' and new.data ->> 'about' = 'device'))
  execute function session_event_given();
