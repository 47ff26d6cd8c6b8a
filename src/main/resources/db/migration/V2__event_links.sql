-- What was decided about two events that may be one, and which event counts for each that is linked.

create table event_link (
    id bigint primary key,
    record_id uuid not null,
    "ref" varchar,
    "first" uuid,
    "second" uuid,
    decision varchar,
    considered varchar,
    decides varchar,
    marking varchar,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index event_link_record on event_link (record_id);
create index event_link_ref on event_link (ref_key);
create index event_link_first on event_link ("first");
create index event_link_second on event_link ("second");

-- One row an event that is linked to another: the event that counts for both, and whether the links agree about it.
create table event_place (
    event uuid primary key,
    "lead" uuid not null,
    agreed boolean not null
);
create index event_place_lead on event_place ("lead");
