-- The day by which a prescriber wants to evaluate again. Null: determined before there was such a day, or none was set.
alter table determination add column reevaluate_by date;
