-- Records of controlled drugs are kept for each registered location on its own (21 CFR 1304.21(b), CS-15). A clinic is its
-- first location: that one has the clinic's id, and the clinic's name until it is given one. What nobody has typed of a
-- registration stays empty, which reads as not recorded.

create table registered_location (
  clinic_id uuid not null references clinic,
  id uuid not null,
  name text not null,
  address jsonb not null default '{}',
  dea_number text not null default '',         -- as typed
  rems_certified text check (rems_certified in ('yes', 'no')),
  closed_at timestamptz,
  made_at timestamptz not null,
  primary key (clinic_id, id),
  constraint location_named check (btrim(name) <> '' or id = clinic_id)
);
create unique index location_name_once on registered_location (clinic_id, lower(name)) where closed_at is null;

alter table clinic no force row level security;
insert into registered_location (clinic_id, id, name, made_at) select clinic_id, clinic_id, '', created_at from clinic;
alter table clinic force row level security;

alter table registered_location enable row level security;
alter table registered_location force row level security;
create policy own_clinic on registered_location using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on registered_location to evenkeel_app;
grant update (name, address, dea_number, rems_certified, closed_at) on registered_location to evenkeel_app;

create function clinic_is_a_location() returns trigger language plpgsql as $$
begin
  insert into registered_location (clinic_id, id, name, made_at) values (new.clinic_id, new.clinic_id, '', new.created_at);
  return null;
end $$;
create trigger is_a_location after insert on clinic for each row execute function clinic_is_a_location();

-- Rooms, lots, counts and doses each belong to one; what there was belongs to the clinic's first.
do $$ declare t text; begin
  foreach t in array array['room', 'stock_lot', 'stock_count', 'stock_dose'] loop
    execute format('alter table %I no force row level security', t);
    execute format('alter table %I add column location_id uuid', t);
    execute format('update %I set location_id = clinic_id', t);
    execute format('alter table %I alter column location_id set not null', t);
    execute format('alter table %I add foreign key (clinic_id, location_id) references registered_location (clinic_id, id)', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
grant update (location_id) on room to evenkeel_app;
drop index stock_lot_once;
create unique index stock_lot_once on stock_lot (clinic_id, location_id, item_id, upper(lot));

-- A room in use is at a location in use. Whoever closes one waits for whoever adds a room there, and the other way round.
create function room_location_fits() returns trigger language plpgsql as $$
declare
  closed timestamptz;
begin
  if new.retired_at is not null then return new; end if;
  select l.closed_at into closed from registered_location l
    where l.clinic_id = new.clinic_id and l.id = new.location_id for share;
  if closed is not null then
    raise exception 'this location is closed' using errcode = '23514', constraint = 'location_open';
  end if;
  return new;
end $$;
create trigger location_fits before insert or update of location_id, retired_at on room
  for each row execute function room_location_fits();

create function location_may_close() returns trigger language plpgsql as $$
begin
  if new.closed_at is null or old.closed_at is not null then return new; end if;
  perform from registered_location l where l.clinic_id = new.clinic_id order by l.id for update;
  if not exists (select from registered_location l
                 where l.clinic_id = new.clinic_id and l.id <> new.id and l.closed_at is null) then
    raise exception 'a clinic is somewhere' using errcode = '23514', constraint = 'location_last';
  end if;
  if exists (select from room r
             where r.clinic_id = new.clinic_id and r.location_id = new.id and r.retired_at is null) then
    raise exception 'it has rooms in use' using errcode = '23514', constraint = 'location_has_rooms';
  end if;
  if exists (select from stock_lot l join stock_entry e on e.clinic_id = l.clinic_id and e.lot_id = l.id
             where l.clinic_id = new.clinic_id and l.location_id = new.id
             group by l.id having sum(e.amount) <> 0) then
    raise exception 'there is stock' using errcode = '23514', constraint = 'location_has_stock';
  end if;
  return new;
end $$;
create trigger may_close before update of closed_at on registered_location
  for each row execute function location_may_close();

-- Esketamine is given in a certified setting only: where this location is none, nothing is booked or moved there.
create function session_location_fits() returns trigger language plpgsql as $$
begin
  if new.route = 'esketamine' and exists (
    select from room r join registered_location l on l.clinic_id = r.clinic_id and l.id = r.location_id
    where r.clinic_id = new.clinic_id and r.id = new.room_id and l.rems_certified = 'no') then
    raise exception 'this location is not certified' using errcode = '23514', constraint = 'location_not_certified';
  end if;
  return new;
end $$;
create trigger location_fits before insert or update of room_id on session
  for each row execute function session_location_fits();

-- A dose was given where its session's room was then; PostgreSQL writes that itself.
create function stock_dose_where() returns trigger language plpgsql as $$
begin
  select r.location_id into new.location_id from session s
    join room r on r.clinic_id = s.clinic_id and r.id = s.room_id
    where s.clinic_id = new.clinic_id and s.id = new.session_id;
  return new;
end $$;
create trigger given_where before insert on stock_dose for each row execute function stock_dose_where();

-- A transfer is two entries, each naming the other: out of a lot of one location and into the same lot of another.
alter table stock_entry add column transfer_with uuid;
alter table stock_entry drop constraint stock_entry_kind_check;
alter table stock_entry add constraint stock_entry_kind_check check (kind in
  ('opening', 'received', 'withdrawn', 'wasted', 'returned', 'lost', 'surplus', 'corrected', 'transferred out', 'transferred in'));
alter table stock_entry drop constraint stock_entry_check;
alter table stock_entry add constraint stock_entry_check check (case
  when kind in ('opening', 'received', 'surplus', 'transferred in') then amount > 0
  when kind = 'corrected' then true
  when kind = 'wasted' then amount <= 0 and (amount < 0 or of_drawn > 0)
  else amount < 0 end);
alter table stock_entry add constraint stock_entry_transfer
  check ((kind in ('transferred out', 'transferred in')) = (transfer_with is not null));
alter table stock_entry add unique (clinic_id, id, transfer_with);
alter table stock_entry add foreign key (clinic_id, transfer_with, id)
  references stock_entry (clinic_id, id, transfer_with) deferrable initially deferred;

-- As in 0014, by location.
create or replace function stock_entry_fits() returns trigger language plpgsql as $$
declare
  here numeric;
  place record;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.item_id::text, 14));
  select * into place from stock_lot l where l.clinic_id = new.clinic_id and l.id = new.lot_id;
  if new.dose_id is not null and not exists (
    select from stock_dose d
    where d.clinic_id = new.clinic_id and d.id = new.dose_id and d.location_id = place.location_id) then
    raise exception 'this lot is kept elsewhere' using errcode = '23514', constraint = 'stock_entry_elsewhere';
  end if;
  if new.kind in ('opening', 'received', 'transferred in') and exists (
    select from registered_location l
    where l.clinic_id = new.clinic_id and l.id = place.location_id and l.closed_at is not null) then
    raise exception 'this location is closed' using errcode = '23514', constraint = 'location_open';
  end if;
  if new.kind = 'withdrawn' and place.expiry <
     (select (new.happened_at at time zone c.time_zone)::date from clinic c where c.clinic_id = new.clinic_id) then
    raise exception 'this lot had expired' using errcode = '23514', constraint = 'stock_entry_expired';
  end if;
  if new.kind in ('withdrawn', 'transferred out') and exists (
    select from stock_count_line l
    join stock_count c on c.clinic_id = l.clinic_id and c.id = l.count_id
    where l.clinic_id = new.clinic_id and l.item_id = new.item_id and c.location_id = place.location_id
      and l.counted <> l.expected and not exists (
        select from stock_mismatch_event e
        where e.clinic_id = l.clinic_id and e.line_id = l.id and e.kind = 'found')) then
    raise exception 'this item is held' using errcode = '23514', constraint = 'stock_entry_held';
  end if;
  if new.kind = 'transferred in' and not exists (
    select from stock_entry o join stock_lot l on l.clinic_id = o.clinic_id and l.id = o.lot_id
    where o.clinic_id = new.clinic_id and o.id = new.transfer_with and o.kind = 'transferred out'
      and o.amount = -new.amount and o.happened_at = new.happened_at and o.item_id = new.item_id
      and upper(l.lot) = upper(place.lot) and l.expiry = place.expiry and l.location_id <> place.location_id) then
    raise exception 'what comes in is what went out' using errcode = '23514', constraint = 'stock_transfer_whole';
  end if;
  select coalesce(sum(e.amount), 0) into here from stock_entry e
    where e.clinic_id = new.clinic_id and e.lot_id = new.lot_id;
  if here + new.amount < 0 then
    raise exception 'more than is there' using errcode = '23514', constraint = 'stock_never_negative';
  end if;
  return new;
end $$;

create or replace function stock_count_expects() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.item_id::text, 14));
  if not exists (select from stock_count c join stock_lot l on l.clinic_id = c.clinic_id and l.location_id = c.location_id
                 where c.clinic_id = new.clinic_id and c.id = new.count_id and l.id = new.lot_id) then
    raise exception 'this lot is kept elsewhere' using errcode = '23514', constraint = 'stock_count_elsewhere';
  end if;
  select coalesce(sum(e.amount), 0) into new.expected from stock_entry e
    left join stock_entry o on o.clinic_id = e.clinic_id and o.id = e.corrects
    where e.clinic_id = new.clinic_id and e.lot_id = new.lot_id
      and coalesce(o.happened_at, e.happened_at) <= new.taken_at;
  return new;
end $$;
