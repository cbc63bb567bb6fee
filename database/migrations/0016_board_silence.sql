-- Somebody by name silenced the sound of the board for some minutes, and for these alarms alone: a new one sounds at once.
create table board_silence (
  clinic_id uuid not null,
  id uuid not null,                          -- made on the device
  at timestamptz not null,
  until timestamptz not null,
  by_id uuid not null,
  alarms jsonb not null,                     -- keys of alarms: session and rule, or session and due time
  primary key (clinic_id, id),
  foreign key (clinic_id, by_id) references staff (clinic_id, id),
  check (until > at)
);
create index on board_silence (clinic_id, until);

alter table board_silence enable row level security;
alter table board_silence force row level security;
create policy own_clinic on board_silence using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on board_silence to evenkeel_app;
