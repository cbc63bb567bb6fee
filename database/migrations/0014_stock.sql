-- The controlled-drug ledger. What is in stock is the sum of its entries, never a number of its own; a count says what
-- was found beside what the ledger said at that moment, and PostgreSQL writes the latter itself.

create table stock_item (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device, as all ids here
  drug text not null check (drug in ('ketamine', 'esketamine')),
  form text not null check (form in ('vial', 'lozenge', 'device')),
  strength numeric(10, 2) not null check (strength > 0),    -- vial: mg per mL; otherwise mg in each piece
  volume_ml numeric(10, 2) check (volume_ml > 0),           -- of one vial
  ndc text not null default '',
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, made_by) references staff (clinic_id, id),
  check ((form = 'vial') = (volume_ml is not null)),
  check ((form = 'device') = (drug = 'esketamine'))
);
create unique index stock_item_once on stock_item (clinic_id, drug, form, strength, coalesce(volume_ml, 0), ndc);

create table stock_lot (
  clinic_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  lot text not null check (btrim(lot) <> ''),
  expiry date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, id, item_id),
  foreign key (clinic_id, item_id) references stock_item (clinic_id, id),
  foreign key (clinic_id, made_by) references staff (clinic_id, id)
);
create unique index stock_lot_once on stock_lot (clinic_id, item_id, upper(lot));

-- Every dose that was given here, drawn from the ledger or not: the administration log. The id is the session entry's.
create table stock_dose (
  clinic_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  patient_id uuid not null,
  drug text not null check (drug in ('ketamine', 'esketamine')),
  form text not null check (form in ('vial', 'lozenge', 'device')),
  lot text not null default '',                -- as the session says it
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  given_by uuid not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, given_by) references staff (clinic_id, id)
);
create index on stock_dose (clinic_id, given_at);

-- How much, as the session said first and after each correction; 0 when the entry was withdrawn. The newest stands.
create table stock_dose_amount (
  clinic_id uuid not null,
  id uuid not null,                            -- of the session entry that says so
  dose_id uuid not null,
  mg numeric(10, 2) not null check (mg >= 0),
  pieces integer check (pieces >= 0),          -- devices or lozenges
  strength numeric(10, 2),                     -- of each lozenge
  given_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, dose_id) references stock_dose (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id)
);
create index on stock_dose_amount (clinic_id, dose_id, seq);

-- Why a dose and the ledger may differ, in the words of whoever settled it.
create table stock_dose_settled (
  clinic_id uuid not null,
  id uuid not null,
  dose_id uuid not null,
  words text not null check (btrim(words) <> ''),
  at timestamptz not null,
  by_id uuid not null,
  amount_seq bigint not null,                  -- the amount it was about: a later correction opens it again
  primary key (clinic_id, id),
  foreign key (clinic_id, dose_id) references stock_dose (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id)
);
create unique index stock_dose_settled_once on stock_dose_settled (clinic_id, dose_id, amount_seq);

-- A count of one item, or an inventory of everything.
create table stock_count (
  clinic_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('count', 'inventory')),
  item_id uuid,
  business text check (business in ('open', 'close')),
  taken_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  unique (clinic_id, id, taken_at),
  foreign key (clinic_id, item_id) references stock_item (clinic_id, id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id),
  check ((purpose = 'count') = (item_id is not null)),
  check ((purpose = 'inventory') = (business is not null)),
  constraint stock_count_not_future check (taken_at <= recorded_at + interval '2 minutes')
);

create table stock_count_line (
  clinic_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  taken_at timestamptz not null,
  item_id uuid not null,
  lot_id uuid not null,
  counted numeric(12, 2) not null check (counted >= 0),
  estimated boolean not null,
  expected numeric(12, 2) not null,            -- written by the trigger below, from the entries
  primary key (clinic_id, id),
  unique (clinic_id, count_id, lot_id),
  unique (clinic_id, id, lot_id),
  foreign key (clinic_id, count_id, taken_at) references stock_count (clinic_id, id, taken_at),
  foreign key (clinic_id, lot_id, item_id) references stock_lot (clinic_id, id, item_id)
);
create index on stock_count_line (clinic_id, item_id);

-- What was done about a count that did not agree. Until something was found, the item is held.
create table stock_mismatch_event (
  clinic_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  kind text not null check (kind in ('taken', 'found', 'notice sent', 'form 106 sent')),
  outcome text check (outcome in ('miscounted', 'record completed', 'loss or theft', 'surplus')),
  words text not null check (kind = 'taken' or btrim(words) <> ''),
  at timestamptz not null,
  by_id uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, line_id) references stock_count_line (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id),
  check ((kind = 'found') = (outcome is not null))
);
create unique index stock_mismatch_once on stock_mismatch_event (clinic_id, line_id, kind) where kind <> 'taken';
create index on stock_mismatch_event (clinic_id, line_id, seq);

create table stock_entry (
  clinic_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  lot_id uuid not null,
  kind text not null check (kind in
    ('opening', 'received', 'withdrawn', 'wasted', 'returned', 'lost', 'surplus', 'corrected')),
  amount numeric(12, 2) not null,              -- mg of a vial, pieces of the rest; less than 0 when it leaves
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  party text not null default '',              -- from whom, to whom
  words text not null default '',
  dose_id uuid,
  line_id uuid,                                -- the mismatch that a loss or surplus settles
  corrects uuid,
  witness_needed boolean not null default false,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  unique (clinic_id, id, lot_id),
  unique (clinic_id, id, recorded_by),
  foreign key (clinic_id, lot_id, item_id) references stock_lot (clinic_id, id, item_id),
  foreign key (clinic_id, recorded_by) references staff (clinic_id, id),
  foreign key (clinic_id, dose_id) references stock_dose (clinic_id, id),
  foreign key (clinic_id, line_id, lot_id) references stock_count_line (clinic_id, id, lot_id),
  foreign key (clinic_id, corrects, lot_id) references stock_entry (clinic_id, id, lot_id),
  check (case when kind in ('opening', 'received', 'surplus') then amount > 0 when kind = 'corrected' then true else amount < 0 end),
  check (kind <> 'withdrawn' or dose_id is not null),
  check ((kind in ('lost', 'surplus')) = (line_id is not null)),
  check ((kind = 'corrected') = (corrects is not null)),
  check (kind not in ('wasted', 'returned', 'lost', 'surplus', 'corrected') or btrim(words) <> ''),
  constraint stock_entry_not_future check (happened_at <= recorded_at + interval '2 minutes')
);
create index on stock_entry (clinic_id, lot_id);
create index on stock_entry (clinic_id, item_id, seq);
-- A dose is drawn once.
create unique index stock_entry_one_withdrawal on stock_entry (clinic_id, dose_id) where kind = 'withdrawn';

-- Somebody else saw it, and says so under their own name.
create table stock_witness (
  clinic_id uuid not null,
  id uuid not null,
  entry_id uuid not null,
  recorded_by uuid not null,                   -- who wrote the entry down
  by_id uuid not null,
  at timestamptz not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, entry_id, recorded_by) references stock_entry (clinic_id, id, recorded_by),
  foreign key (clinic_id, by_id) references staff (clinic_id, id),
  constraint stock_witness_is_another check (by_id <> recorded_by)
);
create unique index stock_witness_once on stock_witness (clinic_id, entry_id);

do $$ declare t text; begin
  foreach t in array array['stock_item', 'stock_lot', 'stock_dose', 'stock_dose_amount', 'stock_dose_settled', 'stock_count',
    'stock_count_line', 'stock_mismatch_event', 'stock_entry', 'stock_witness'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

-- Whoever moves or counts an item waits for the other who does.
create function stock_entry_fits() returns trigger language plpgsql as $$
declare
  here numeric;
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.item_id::text, 14));
  if new.kind = 'withdrawn' then
    if exists (select from stock_lot l join clinic c on c.clinic_id = l.clinic_id
               where l.clinic_id = new.clinic_id and l.id = new.lot_id
                 and l.expiry < (new.happened_at at time zone c.time_zone)::date) then
      raise exception 'this lot had expired' using errcode = '23514', constraint = 'stock_entry_expired';
    end if;
    if exists (select from stock_count_line l where l.clinic_id = new.clinic_id and l.item_id = new.item_id
               and l.counted <> l.expected and not exists (
                 select from stock_mismatch_event e
                 where e.clinic_id = l.clinic_id and e.line_id = l.id and e.kind = 'found')) then
      raise exception 'this item is held' using errcode = '23514', constraint = 'stock_entry_held';
    end if;
  end if;
  select coalesce(sum(e.amount), 0) into here from stock_entry e
    where e.clinic_id = new.clinic_id and e.lot_id = new.lot_id;
  if here + new.amount < 0 then
    raise exception 'more than is there' using errcode = '23514', constraint = 'stock_never_negative';
  end if;
  return new;
end $$;
create trigger fits before insert on stock_entry for each row execute function stock_entry_fits();

-- What the ledger says when a count is written down, of what had happened by the time it was taken.
create function stock_count_expects() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.clinic_id::text || new.item_id::text, 14));
  select coalesce(sum(e.amount), 0) into new.expected from stock_entry e
    left join stock_entry o on o.clinic_id = e.clinic_id and o.id = e.corrects
    where e.clinic_id = new.clinic_id and e.lot_id = new.lot_id
      and coalesce(o.happened_at, e.happened_at) <= new.taken_at;
  return new;
end $$;
create trigger expects before insert on stock_count_line for each row execute function stock_count_expects();
