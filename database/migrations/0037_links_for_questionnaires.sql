-- A link may ask whatever is due, in one go: which questionnaires stands with the link.

alter table patient_link drop constraint patient_link_purpose_check;
alter table patient_link add constraint patient_link_purpose_check
  check (purpose in ('consent', 'next-day', 'phq-9', 'intake', 'questionnaires'));
alter table patient_link add column asks text[];   -- of 'questionnaires': by id, in the order they are asked
alter table patient_link add constraint patient_link_asks_check
  check ((purpose = 'questionnaires') = (asks is not null and cardinality(asks) > 0));
