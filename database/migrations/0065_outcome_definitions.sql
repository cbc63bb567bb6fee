-- Which definition of an outcome this clinic chose, where the reference has more than one, and why. A row is chosen, no number
-- is typed: the numbers are in science/instruments. All appended; of each the newest counts, and nothing chosen is the first row.

create table outcome_definition (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device
  defines text not null,
  chosen text not null,                        -- the id of a row of science/instruments
  why text not null check (length(why) between 3 and 2000),
  signed_as text not null check (length(signed_as) between 1 and 200),
  signed_by uuid not null,
  signed_at timestamptz not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id),
  check (defines || ' ' || chosen in (
    'phq-9-relapse PHQ9-R1', 'phq-9-relapse PHQ9-R1n',
    'pcl-5-change PCL5-10', 'pcl-5-change PCL5-5', 'pcl-5-change PCL5-12', 'pcl-5-change PCL5-15',
    'madrs-remission MADRS-10', 'madrs-remission MADRS-12', 'madrs-relapse MADRS-R2', 'qids-sr16-relapse QIDS-R3'))
);
create index on outcome_definition (clinic_id, defines, seq desc);

alter table outcome_definition enable row level security;
alter table outcome_definition force row level security;
create policy own_clinic on outcome_definition using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on outcome_definition to evenkeel_app;
