-- The script as it was when the drill began: what is played, and what its report looks for, stay the same when Evenkeel is
-- updated meanwhile. Empty only for a drill that was open before this migration.
alter table drill_play add column played jsonb;
