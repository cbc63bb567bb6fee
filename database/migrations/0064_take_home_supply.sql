-- What was dispensed to take home, and what of it was lost, as somebody told of it. Appended like the lists of 0003. Null
-- means not known. Esketamine is given under observation and never goes home: it cannot be written here.

create table supply (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  drug text not null constraint supply_never_esketamine check (drug = 'ketamine'),
  mg_per_unit numeric(7,2) check (mg_per_unit > 0 and mg_per_unit <= 1000),
  units integer check (units between 1 and 1000),
  dispensed_on date not null,
  covers_days integer check (covers_days between 1 and 400),
  dispensed_by text not null check (dispensed_by in ('clinic', 'pharmacy', 'not known')),
  pharmacy text not null default '',
  known_from text not null check (known_from in ('patient', 'pharmacy', 'pdmp', 'prescriber')),
  note text not null default '',
  change text not null check (change in ('recorded', 'corrected', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

create table loss (
  clinic_id uuid not null references clinic,
  id uuid not null,
  patient_id uuid not null,
  what text not null check (what in ('lost', 'damaged')),
  units integer check (units between 1 and 1000),
  lost_on text check (lost_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),   -- as precisely as it is known
  known_from text not null check (known_from in ('patient', 'pharmacy', 'pdmp', 'prescriber')),
  note text not null default '',
  change text not null check (change in ('recorded', 'corrected', 'entered in error')),
  corrects uuid,
  why text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (clinic_id, id)
);

do $$ declare t text; begin
  foreach t in array array['supply', 'loss'] loop
    execute format('alter table %1$I
      add constraint %1$I_patient foreign key (clinic_id, patient_id) references patient (clinic_id, id),
      add constraint %1$I_recorder foreign key (clinic_id, recorded_by) references staff (clinic_id, id),
      add constraint %1$I_same_patient unique (clinic_id, patient_id, id),
      add constraint %1$I_of_same_patient foreign key (clinic_id, patient_id, corrects)
        references %1$I (clinic_id, patient_id, id),
      add constraint %1$I_corrected_once unique (clinic_id, corrects),
      add constraint %1$I_change check ((change = ''recorded'') = (corrects is null))', t);
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;
