-- What a prescriber decides at a review, said more exactly. 'change' stays for what was recorded before.

alter table plan_review drop constraint plan_review_decision_check;
alter table plan_review add constraint plan_review_decision_check check (decision in
  ('continue', 'change dose or interval', 'change route', 'add therapy', 'refer', 'stop', 'change'));
