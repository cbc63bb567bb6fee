-- The few answers that tell of a suicide attempt since the last contact are looked up for whole clinics.
create index response_attempts on response (clinic_id, patient_id) where instrument = 'asq-since-last' and answers ->> '4' = 'yes';
create index session_event_attempts on session_event (clinic_id, session_id)
  where data #>> '{facts,suicide,4}' = 'yes' or data #>> '{data,facts,suicide,4}' = 'yes';
