-- What happened to accounts is read as a list of its own: who signed in, what was refused, which way in was changed.
create index audit_entry_accounts on audit_entry (clinic_id, seq)
  where subject_kind = 'staff' and action not in ('sign-in.seen', 'sign-in.lock', 'sign-in.unlock', 'sign-in.elsewhere');
