-- What the counted fields of a record held before, so that figures can be made as they were known at an earlier entry: until
-- the entry "until_entry" came, the field held that value, as JSON, or nothing. One row a field that an entry changed; a record
-- that was written once has none. Of a long text of which only the presence counts, the value is true.
create table past_value (
    until_entry bigint not null,
    "field" varchar not null,
    id bigint not null,
    "kind" varchar not null,
    "value" varchar
);
create unique index past_value_until on past_value (until_entry, "field");
