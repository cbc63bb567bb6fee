-- What is wasted can belong to a dose: what was left in the vial it came from leaves the lot, and what had been drawn for
-- the dose and was not given (a failed device, an infusion that was stopped) has left it already and changes no balance.
alter table stock_entry add column of_drawn numeric(12, 2) not null default 0;
alter table stock_entry drop constraint stock_entry_check;
alter table stock_entry add constraint stock_entry_check check (case
  when kind in ('opening', 'received', 'surplus') then amount > 0
  when kind = 'corrected' then true
  when kind = 'wasted' then amount <= 0 and (amount < 0 or of_drawn > 0)
  else amount < 0 end);
alter table stock_entry add constraint stock_entry_of_drawn
  check (of_drawn = 0 or (of_drawn > 0 and kind = 'wasted' and dose_id is not null));
create index stock_entry_of_dose on stock_entry (clinic_id, dose_id) where dose_id is not null;
