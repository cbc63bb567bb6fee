-- A plan for the nasal spray says what for, in which phase, with or without an antidepressant, and what the prescriber
-- verified of its programme on signing. Its dose is one of two; without an antidepressant only resistant depression.
alter table plan_version add column spray jsonb;
alter table plan_version
  add constraint plan_version_spray check ((drug = 'esketamine') = (spray is not null)),
  add constraint plan_version_spray_dose check (drug <> 'esketamine' or dose_mg in (56, 84)),
  add constraint plan_version_spray_says check (spray is null or coalesce(
    spray ->> 'indication' in ('resistant depression', 'depression with acute suicidal thoughts')
    and spray ->> 'phase' in ('induction', 'maintenance')
    and jsonb_typeof(spray -> 'withAntidepressant') = 'boolean'
    and jsonb_typeof(spray -> 'remsEnrolled') = 'boolean'
    and jsonb_typeof(spray -> 'settingCertified') = 'boolean'
    and (spray ->> 'indication' = 'resistant depression' or (spray -> 'withAntidepressant')::boolean), false));
