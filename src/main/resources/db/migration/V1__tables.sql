-- The tables that screens and figures read. Only what H2 and PostgreSQL share.

create table store_state (
    id bigint primary key,
    last_entry bigint not null
);
