-- The tables that screens and figures read: a projection of the journal, made anew from it at any time. Only what H2 and
-- PostgreSQL share. A change of this file makes every store that was built before it be built anew.
--
-- In every table of records: "id" is the journal position of the record's first entry, so that rows stand in the order in
-- which they came; "kept_version" that of its newest; "kept_state" says which entries gave it its values;
-- "kept_conflicts" counts the fields in conflict; "kept_extra" holds, as JSON, values that have no column of their own.
-- Sets stand in one column as a JSON list.

create table threat (
    id bigint primary key,
    record_id uuid not null,
    "ref" varchar,
    national_ref varchar,
    "name" varchar,
    "kind" varchar,
    kind_since date,
    kind_reason varchar,
    agency varchar,
    "area" varchar,
    "type" varchar,
    moderation varchar,
    soc varchar,
    tier varchar,
    tier_source varchar,
    tier_date date,
    phase varchar,
    phase_since date,
    primary_area varchar,
    other_areas varchar,
    tags varchar,
    master_list varchar,
    master_list_reason varchar,
    identified date,
    mapped date,
    "closed" date,
    lro varchar,
    lro_since date,
    lro_appointed_by varchar,
    lro_reason varchar,
    deputy varchar,
    sio varchar,
    sio_is_lro_reason varchar,
    sro varchar,
    last_assessed date,
    "score" varchar,
    score_ref varchar,
    score_moderated_by varchar,
    next_assessment date,
    "priority" varchar,
    lead_agency varchar,
    supporting varchar,
    intent varchar,
    capability varchar,
    "scope" varchar,
    "size" varchar,
    marking varchar,
    handling varchar,
    closure_reason varchar,
    closure_evidence varchar,
    intelligence_handed_over boolean,
    orders_to_monitor varchar,
    retention varchar,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index threat_record on threat (record_id);
create index threat_ref on threat (ref_key);

create table plan (
    id bigint primary key,
    record_id uuid not null,
    threat uuid,
    "ref" varchar,
    "state" varchar,
    objective varchar,
    pursue_objective varchar,
    prevent_objective varchar,
    protect_objective varchar,
    prepare_objective varchar,
    pursue_empty varchar,
    prevent_empty varchar,
    protect_empty varchar,
    prepare_empty varchar,
    intelligence_officer varchar,
    financial_investigator varchar,
    safeguarding_officer varchar,
    intelligence_gaps varchar,
    template varchar,
    next_review date,
    last_approved date,
    approved_by varchar,
    approved_hash varchar,
    approved_outside boolean,
    submitted_by varchar,
    submitted_at timestamp with time zone,
    return_reason varchar,
    marking varchar,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index plan_record on plan (record_id);
create index plan_ref on plan (ref_key);

create table action (
    id bigint primary key,
    record_id uuid not null,
    "ref" varchar,
    threat uuid,
    "p" varchar,
    title varchar,
    tactic varchar,
    owner varchar,
    tasked_on date,
    "due" date,
    "status" varchar,
    measure varchar,
    "result" varchar,
    blocked_since date,
    finished_on date,
    no_disruption_reason varchar,
    marking varchar,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index action_record on action (record_id);
create index action_ref on action (ref_key);

create table disruption (
    id bigint primary key,
    record_id uuid not null,
    "ref" varchar,
    threat uuid,
    threat_kind varchar,
    "type" varchar,
    lead_agency varchar,
    supporting varchar,
    event_date date,
    record_date date,
    "p" varchar,
    other_ps varchar,
    category varchar,
    category_reason varchar,
    lead_unit varchar,
    tactics varchar,
    summary varchar,
    "change" varchar,
    duration varchar,
    effect varchar,
    evidence varchar,
    arrests bigint,
    warrants bigint,
    assets numeric(18, 2),
    cryptocurrency numeric(18, 2),
    vehicles_seized bigint,
    safeguarded bigint,
    vehicles_stopped bigint,
    stop_searches bigint,
    properties_seized bigint,
    orders_obtained bigint,
    orders_breached bigint,
    referrals bigint,
    diverted bigint,
    trained bigint,
    recalls bigint,
    "action" uuid,
    recorded_by varchar,
    moderation varchar,
    moderated_by varchar,
    moderated_on date,
    moderation_reason varchar,
    marking varchar,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index disruption_record on disruption (record_id);
create index disruption_ref on disruption (ref_key);

create table meeting (
    id bigint primary key,
    record_id uuid not null,
    "ref" varchar,
    "kind" varchar,
    "date" date,
    "status" varchar,
    cancellation_reason varchar,
    "threats" varchar,
    invited varchar,
    attended varchar,
    marking varchar,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index meeting_record on meeting (record_id);
create index meeting_ref on meeting (ref_key);

create table person (
    id bigint primary key,
    record_id uuid not null,
    collar varchar,
    "name" varchar,
    "roles" varchar,
    "login" boolean,
    agency varchar,
    "unit" varchar,
    manager varchar,
    trained_on date,
    ref_key varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index person_record on person (record_id);
create index person_ref on person (ref_key);

create table review (
    id bigint primary key,
    record_id uuid not null,
    subject_kind varchar,
    "subject" varchar,
    decision varchar,
    "by" varchar,
    "at" timestamp with time zone,
    reason varchar,
    "hash" varchar,
    "content" varchar,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null,
    kept_extra varchar
);
create unique index review_record on review (record_id);

create index plan_threat on plan (threat);
create index action_threat on action (threat);
create index disruption_threat on disruption (threat, event_date, p, "type", "action");
create index disruption_event_date on disruption (event_date);

-- Records of kinds that have no table of their own: local ones, and those of a newer version.
create table other_record (
    id bigint primary key,
    record_id uuid not null,
    "kind" varchar not null,
    ref_key varchar,
    "content" varchar not null,
    kept_version bigint not null,
    kept_state varchar not null,
    kept_conflicts bigint not null
);
create unique index other_record_record on other_record (record_id, "kind");
create index other_record_ref on other_record ("kind", ref_key);

-- One row a member of a set, where screens filter or count by members.
create table disruption_support (
    id bigint not null,
    agency varchar not null,
    primary key (id, agency)
);

create table threat_tag (
    id bigint not null,
    tag varchar not null,
    primary key (id, tag)
);

-- The few events that a second person still has to look at, with what a worklist says of them.
create table disruption_awaiting (
    id bigint primary key,
    record_id uuid not null,
    threat uuid,
    event_date date,
    summary varchar,
    category varchar,
    moderation varchar
);

-- The few records that wait for somebody to settle a value or to answer a proposal.
create table unsettled (
    id bigint not null,
    "kind" varchar not null,
    record_id uuid not null,
    conflicts bigint not null,
    proposals bigint not null,
    primary key (id, "kind")
);

-- What the list of threats shows of each, with what its plan, actions and events add up to.
create table threat_line (
    id bigint primary key,
    record_id uuid not null,
    "ref" varchar,
    national_ref varchar,
    "name" varchar,
    "kind" varchar,
    tier varchar,
    agency varchar,
    "area" varchar,
    primary_area varchar,
    phase varchar,
    closed_phase boolean not null,
    master_list varchar,
    lro varchar,
    lro_collar varchar,
    conflicts bigint not null,
    plan_record uuid,
    plan_state varchar,
    next_review date,
    actions_pursue bigint not null,
    actions_prevent bigint not null,
    actions_protect bigint not null,
    actions_prepare bigint not null,
    actions_open bigint not null,
    events_pursue bigint not null,
    events_prevent bigint not null,
    events_protect bigint not null,
    events_prepare bigint not null,
    events_supported bigint not null,
    last_activity date,
    origin varchar not null,
    gaps bigint not null
);
create unique index threat_line_record on threat_line (record_id);

-- Where each entry stands in the journal, so that a timeline can read it there again.
create table act (
    id bigint primary key,
    act_id uuid not null,
    actor varchar not null,
    agency varchar not null,
    role varchar not null,
    replica varchar not null
);

create table entry (
    id bigint primary key,
    act bigint not null,
    "record" bigint not null,
    "kind" varchar not null,
    operation varchar not null,
    seq bigint not null,
    stamp bigint not null,
    segment bigint not null,
    frame_offset bigint not null,
    changed varchar
);
create index entry_record on entry ("record");

-- How many entries there are of each kind of record.
create table entry_count (
    "kind" varchar primary key,
    entries bigint not null
);

-- Entries that came in a package before others that their authors had seen: they wait for those and change nothing yet.
-- In the table above they belong to no record as long as they wait.
create table waiting_entry (
    id bigint primary key,
    record_id uuid not null,
    "kind" varchar not null,
    "content" varchar not null
);
create index waiting_entry_record on waiting_entry (record_id);

-- How far the projection is, and the shape of the tables and of the program that made it.
create table projection (
    id bigint primary key,
    last_entry bigint not null,
    shape bigint not null
);
insert into projection (id, last_entry, shape) values (1, 0, 0);
