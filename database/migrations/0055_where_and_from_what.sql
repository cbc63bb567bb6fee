-- A setting is certified where it is (REMS-1; the enrollment form has a page for each extra site), so the steps of its
-- enrolment belong to a registered location. What was recorded before belongs to the clinic's first.

alter table rems_enrolment no force row level security;
alter table rems_enrolment add column location_id uuid;
update rems_enrolment set location_id = clinic_id where patient_id is null;
alter table rems_enrolment add constraint rems_enrolment_of_one check ((patient_id is null) = (location_id is not null));
alter table rems_enrolment add foreign key (clinic_id, location_id) references registered_location (clinic_id, id);
alter table rems_enrolment force row level security;
create index on rems_enrolment (clinic_id, location_id, seq);

-- A lot that has a date and is past it is not given, whatever the route; of the spray a date is needed besides.
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
      end if;
    end if;
    if coalesce((new.data ->> 'expiry')::date < (new.happened_at at time zone zone)::date, of_route = 'esketamine') then
      raise exception 'past its date' using errcode = '23514', constraint = 'session_event_expired';
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

-- Where the ledger keeps a drug in this form, a dose names a lot that is in stock there and in date, or says why it is
-- another one; it is then listed as not drawn. Where the ledger keeps none, a lot is what somebody typed.
alter table stock_dose add column lot_because text not null default '';
create function stock_dose_in_stock() returns trigger language plpgsql as $$
declare
  here record;
begin
  if btrim(new.lot) = '' or btrim(new.lot_because) <> '' then
    return new;
  end if;
  select count(*) as kept,
         count(*) filter (where upper(btrim(l.lot)) = upper(btrim(new.lot)) and balance.remains > 0) as there,
         count(*) filter (where upper(btrim(l.lot)) = upper(btrim(new.lot)) and balance.remains > 0
                            and l.expiry >= (new.given_at at time zone c.time_zone)::date) as good
    into here
    from stock_lot l
    join stock_item i on i.clinic_id = l.clinic_id and i.id = l.item_id
    join clinic c on c.clinic_id = l.clinic_id
    cross join lateral (select coalesce(sum(e.amount), 0) as remains from stock_entry e
                        where e.clinic_id = l.clinic_id and e.lot_id = l.id) balance
    where l.clinic_id = new.clinic_id and l.location_id = new.location_id and i.drug = new.drug and i.form = new.form;
  if here.kept = 0 or here.good > 0 then
    return new;
  elsif here.there > 0 then
    raise exception 'this lot had expired' using errcode = '23514', constraint = 'stock_dose_expired';
  end if;
  raise exception 'this lot is not in stock' using errcode = '23514', constraint = 'stock_dose_not_in_stock';
end $$;
-- After given_where, which writes the location: triggers of one kind go by name.
create trigger stock_dose_with_a_lot before insert on stock_dose for each row execute function stock_dose_in_stock();
