-- A dose that says it came from a lot of the ledger is drawn from it in the same transaction: the ledger's own checks
-- (in stock, not expired, at this location) then stand before the dose, too, whoever writes it. Looked at with the commit,
-- because the entry comes before its withdrawal.
create function session_dose_drawn() returns trigger language plpgsql as $$
begin
  if not exists (select from stock_dose d join stock_entry e on e.clinic_id = d.clinic_id and e.dose_id = d.id
                 where d.clinic_id = new.clinic_id and d.id = new.id and d.session_id = new.session_id
                   and e.lot_id = (new.data ->> 'stockLotId')::uuid) then
    raise exception 'nothing was drawn for this dose' using errcode = '23514', constraint = 'session_event_dose_drawn';
  end if;
  return null;
end $$;
create constraint trigger drawn after insert on session_event deferrable initially deferred
  for each row when (new.kind = 'dose' and new.data ->> 'stockLotId' is not null) execute function session_dose_drawn();
