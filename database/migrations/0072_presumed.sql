-- On a server a process acts on what it read a moment ago only together with a look whether it is still so, in the same
-- message (database/presumed.ts). The digest is over everything that was read.
create function presume(what text, key text, digest text) returns void language plpgsql as $$
declare
  now_so text;
begin
  case what
    when 'sign-in' then select md5(e::text) into now_so from enter_by_sign_in(key) e;
    when 'session' then select md5(c::text) into now_so from session_vitals_context(key::uuid) c;
  end case;
  if now_so is distinct from digest then
    raise exception 'what was presumed is not so any more' using errcode = 'EK001';
  end if;
end $$;
grant execute on function presume(text, text, text) to evenkeel_app;
