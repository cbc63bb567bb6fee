-- What a person says a medicine is, where the shipped table of medicines does not know it: the classes it belongs to, by
-- their names in science/medicines; an empty array says "none of those that matter here". Null: nobody has said.

alter table medicine add column classes text[];
