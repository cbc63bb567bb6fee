-- Answers can be entered in the wrong chart, or turn out to be somebody else's. Whoever finds it takes them back: as with
-- every fact the row stays, and a later one names it, says why, and holds no answers itself. Of two people who correct or
-- take back the same answers the first wins (response_corrected_once). A correction says why from now on; earlier ones
-- were not asked.
alter table response add column takes_back boolean not null default false;
alter table response add column why text;
alter table response add constraint response_taken_back check (
  not takes_back or (corrects is not null and why is not null and answers = '{}' and score is null and lowest is null));

-- The answers that count. Everything but the history of one patient's answers reads these.
create view response_standing with (security_invoker = true) as
  select r.* from response r
  where not r.takes_back
    and not exists (select from response c
      where c.clinic_id = r.clinic_id and c.corrects = r.id and c.corrects is not null);
grant select on response_standing to evenkeel_app;
