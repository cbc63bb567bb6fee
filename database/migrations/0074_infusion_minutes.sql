-- A plan for the infusion says over how many minutes: an amount alone leaves the pace to whoever programs the pump. A plan
-- signed before this says nothing about it, which stays unknown; the next version of it asks.
alter table plan_version add column infusion_minutes integer;
alter table plan_version
  add constraint plan_version_infusion_minutes check (infusion_minutes is null
    or (drug = 'ketamine' and infusion_minutes between 1 and 720));
