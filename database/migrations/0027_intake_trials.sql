-- What a patient says they have tried can become an entry of the evaluation.

alter table intake_confirmation drop constraint intake_confirmation_became_check;
alter table intake_confirmation add constraint intake_confirmation_became_check
  check (became in ('answer', 'trial', 'problem', 'medicine', 'allergy', 'contact', 'coverage', 'none known', 'talked about'));
