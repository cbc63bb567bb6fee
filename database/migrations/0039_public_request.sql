-- Somebody from outside asks for an evaluation. What they wrote is appended, the newest counts; what staff did about it as well.

create table public_request (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made with the form, so that sending it twice is one request
  received_at timestamptz not null,
  primary key (clinic_id, id)
);
create index on public_request (clinic_id, received_at desc);

-- The form as it was sent, and again where it was changed and sent once more.
create table public_request_words (
  clinic_id uuid not null references clinic,
  id uuid not null,
  request_id uuid not null,
  said jsonb not null check (jsonb_typeof(said) = 'object'),
  received_at timestamptz not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, request_id) references public_request (clinic_id, id)
);
create index on public_request_words (clinic_id, request_id, seq desc);

create table public_request_step (
  clinic_id uuid not null references clinic,
  id uuid not null,                            -- made on the device
  request_id uuid not null,
  step text not null check (step in ('taken', 'set aside', 'registered')),
  reason text check (reason <> ''),
  patient_id uuid,
  at timestamptz not null,
  by uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, request_id) references public_request (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, by) references staff (clinic_id, id),
  check ((step = 'set aside') = (reason is not null)),
  check ((step = 'registered') = (patient_id is not null))
);
create index on public_request_step (clinic_id, request_id, seq desc);
-- Of two people who register the same request the first wins.
create unique index public_request_registered_once on public_request_step (clinic_id, request_id) where step = 'registered';

do $$ declare t text; begin
  foreach t in array array['public_request', 'public_request_words', 'public_request_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_clinic on %I using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic())', t);
    execute format('grant select, insert on %I to evenkeel_app', t);
  end loop;
end $$;

-- An answer before the visit comes through a link, or out of such a request.
alter table intake_answer alter column link_id drop not null;
alter table intake_answer add column request_id uuid;
alter table intake_answer add constraint intake_answer_request
  foreign key (clinic_id, request_id) references public_request (clinic_id, id);
alter table intake_answer add constraint intake_answer_one_origin check (num_nonnulls(link_id, request_id) = 1);
