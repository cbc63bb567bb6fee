-- Whoever an alert is handed to acknowledges it themselves: until they do it waits, and its clock runs for them. An
-- acknowledgement names the hand-on that it answers; of two people the first still wins, once for each hand-on.
alter table alert_event no force row level security;
alter table alert_event add column of_hand uuid;
update alert_event a set of_hand = (
  select h.id from alert_event h
  where h.clinic_id = a.clinic_id and h.alert_id = a.alert_id and h.kind = 'reassign' and h.seq < a.seq
  order by h.seq desc limit 1)
where a.kind = 'acknowledge';
alter table alert_event add foreign key (clinic_id, of_hand) references alert_event (clinic_id, id);
alter table alert_event add constraint alert_event_of_hand check (of_hand is null or kind = 'acknowledge');
alter table alert_event force row level security;
drop index alert_acknowledged_once;
create unique index alert_acknowledged_once on alert_event (clinic_id, alert_id, of_hand) nulls not distinct
  where kind = 'acknowledge';
