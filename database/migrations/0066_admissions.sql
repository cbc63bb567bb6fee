-- A psychiatric admission, as the patient, the family or the hospital told of it. Appended like the lists of 0003. What a
-- hospital calls a day is the clinic's day here.

create table admission (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  admitted_on date not null,
  stay text not null check (stay in ('still there', 'discharged', 'not known')),
  discharged_on date,                          -- null: still there, or not known
  hospital text not null default '',
  known_from text not null check (known_from in ('patient', 'family', 'hospital')),
  note text not null default '',
  change text not null check (change in ('recorded', 'corrected', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id),
  check (discharged_on is null or (stay = 'discharged' and discharged_on >= admitted_on)),
  constraint admission_patient foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  constraint admission_recorder foreign key (clinic_id, recorded_by) references staff (clinic_id, id),
  constraint admission_same_patient unique (clinic_id, patient_id, id),
  constraint admission_of_same_patient foreign key (clinic_id, patient_id, corrects) references admission (clinic_id, patient_id, id),
  constraint admission_corrected_once unique (clinic_id, corrects),
  constraint admission_change check ((change = 'recorded') = (corrects is null))
);

alter table admission enable row level security;
alter table admission force row level security;
create policy own_clinic on admission using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on admission to evenkeel_app;
