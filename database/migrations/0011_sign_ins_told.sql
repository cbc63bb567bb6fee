-- Whoever keeps in memory who is signed in hears of everything that could make it untrue, whatever wrote it: a sign-in
-- that was touched, locked or ended, a person whose roles changed or who left, a clinic that was thrown away.
create function tell_sign_ins() returns trigger language plpgsql as $$
begin
  perform pg_notify('evenkeel', '{"clinic":"","action":"sign-ins"}');
  return null;
end $$;
create trigger told after insert or update or delete on sign_in for each statement execute function tell_sign_ins();
create trigger told after update or delete on staff for each statement execute function tell_sign_ins();
