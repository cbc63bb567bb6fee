-- A patient takes a consent back on their own phone, or says no before signing: their own word, with no member of staff
-- beside it, and no reason needed.

alter table consent_withdrawal add column link_id uuid;
alter table consent_withdrawal alter column recorded_by drop not null;
alter table consent_withdrawal drop constraint consent_withdrawal_reason_check;
alter table consent_withdrawal add constraint consent_withdrawal_reason_check check (reason <> '' or link_id is not null);
alter table consent_withdrawal add constraint consent_withdrawal_hand_check check (
  num_nonnulls(recorded_by, link_id) = 1 and (link_id is null or withdrawn_at = recorded_at));
alter table consent_withdrawal add foreign key (clinic_id, link_id) references patient_link (clinic_id, id);
