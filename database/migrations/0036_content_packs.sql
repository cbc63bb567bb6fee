-- The words of a licensed questionnaire, brought by a clinic that has a licence and signed for by its owner. Appended: the
-- newest row of an instrument counts, and one without a pack says that the words are withdrawn.

create table content_pack (
  clinic_id uuid not null references clinic,
  id uuid not null,                          -- made on the device that sent it
  instrument text not null,
  pack jsonb check (jsonb_typeof(pack) = 'object'),   -- null: withdrawn
  reason text check (reason <> ''),          -- why it was withdrawn
  signed_at timestamptz not null,
  signed_by uuid not null,
  seq bigint generated always as identity,
  primary key (clinic_id, id),
  foreign key (clinic_id, signed_by) references staff (clinic_id, id),
  check ((pack is null) = (reason is not null))
);
create index on content_pack (clinic_id, instrument, seq desc);

alter table content_pack enable row level security;
alter table content_pack force row level security;
create policy own_clinic on content_pack using (clinic_id = evenkeel_clinic()) with check (clinic_id = evenkeel_clinic());
grant select, insert on content_pack to evenkeel_app;
