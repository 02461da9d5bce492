-- The contract between the ETL, which writes a warehouse, and the dashboard, which reads it. They share nothing else.
--
-- An edition is a state of the warehouse that a load has published: 1, 2, 3 …. Rows are never changed in place: a row
-- came with an edition and, if it is no longer true, was gone with a later one. A table as edition N showed it is its
-- macro: `from events_at(N)`. Each table has one writer, named in brackets: load (etl/warehouse) or resolve (etl/resolve).
--
-- Days are local calendar days, spans include both ends, null is unknown. Names are canonical English names.

create table meta (key varchar primary key, value varchar not null);
insert into meta values ('schema_version', '1');

-- [load] One row per published edition; counts are of the rows it showed.
create table editions (
    edition integer primary key,
    published_at timestamptz not null,
    software varchar not null,
    articles integer not null, quotes integer not null, figures integer not null,
    mentions integer not null, events integer not null,
    articles_came integer not null, articles_gone integer not null
);

-- [load] What was read.
create table articles (
    article_id varchar not null,      -- stable: from the url, else from the name
    article varchar not null,         -- the input's name without its suffix
    title varchar, source varchar, url varchar, published_on date,
    text varchar not null,            -- all offsets count in it
    text_hash varchar not null,
    words integer not null,
    dataset varchar, release varchar, -- set where the rows came from a dataset, not from prose
    came integer not null, gone integer
);

-- [load] Words that an article puts in somebody's mouth.
create table quotes (
    quote_id varchar not null, article_id varchar not null,
    speaker varchar, text varchar not null, form varchar not null, said_on date,
    evidence varchar, evidence_start integer, evidence_end integer, rule varchar,
    dataset varchar, release varchar, dataset_row varchar,
    came integer not null, gone integer
);

-- [load] Numbers that somebody reports: claims, not facts. counted = the format's `group`, started_on..ended_on = its start..end.
create table figures (
    figure_id varchar not null, article_id varchar not null,
    measure varchar not null, low double not null, high double not null, best double, qualifier varchar not null,
    counted varchar, side varchar, place varchar, started_on date, ended_on date,
    per varchar, cumulative boolean not null, unit varchar, claimed_by varchar, said_on date,
    evidence varchar, evidence_start integer, evidence_end integer, rule varchar,
    dataset varchar, release varchar, dataset_row varchar,
    came integer not null, gone integer
);

-- [load] One article's mention of an event, as that article tells it.
create table mentions (
    mention_id varchar not null, article_id varchar not null,
    kind varchar not null, started_on date, ended_on date, date_precision varchar,
    place varchar, country varchar, lat double, lon double, place_precision varchar,
    actors struct(name varchar, role varchar)[] not null, weapons varchar[] not null,
    status varchar, planned boolean not null,
    evidence varchar, evidence_start integer, evidence_end integer, rule varchar,
    dataset varchar, release varchar, dataset_row varchar,
    came integer not null, gone integer
);

-- [load] What a rule met and could not settle.
create table issues (
    issue_id varchar not null, article_id varchar not null,
    stage varchar not null, text varchar not null, reason varchar not null,
    text_start integer, text_end integer,
    came integer not null, gone integer
);

-- [load] Reference: who is who, and whose. actor_members is reflexive and transitive: "Russia" has its president,
-- ministries and forces as members, and itself.
create table actors (name varchar not null, kind varchar, country varchar, came integer not null, gone integer);
create table actor_members (actor varchar not null, member varchar not null, came integer not null, gone integer);

-- [load] The places that rows name.
create table places (
    place varchar not null, region varchar, country varchar, lat double, lon double, precision varchar,
    came integer not null, gone integer
);

-- [resolve] Articles that carry one agency's text share a story: counts of independent sources are counts of stories.
create table stories (article_id varchar not null, story_id varchar not null, came integer not null, gone integer);

-- [resolve] The real events. status of diplomacy: planned, held, called off; of an agreement: as in the format.
create table events (
    event_id varchar not null,
    kind varchar not null, title varchar not null,           -- "Strike on Sumy", "Talks: Russia, Ukraine, United States"
    started_on date, ended_on date, date_precision varchar,
    place varchar, region varchar, country varchar, lat double, lon double, place_precision varchar,
    actors struct(name varchar, role varchar)[] not null, weapons varchar[] not null,
    status varchar, planned boolean not null,
    mentions integer not null, articles integer not null, stories integer not null,
    part_of varchar,                                         -- the wider event (a night's wave over a region or country) it is part of
    came integer not null, gone integer
);

-- [resolve] Which event a mention tells; where the article gives no day, the day inferred and the event it came from.
create table mention_events (
    mention_id varchar not null, event_id varchar not null,
    inferred_on date, inferred_from varchar, reason varchar not null,  -- why it was joined, to be read by people
    came integer not null, gone integer
);

-- [resolve] Figures as claims about an event. standing: 'current' (a claimant's latest word), 'superseded' (the claimant has
-- since said otherwise), 'repeat' (the same claim in another article), 'subset' (children among the dead: part of a toll),
-- 'background' (not about one event: event_id null), 'retracted' (by a correction).
-- scope: 'event', 'period' (a month's total), 'running' (since the war began), 'rate', 'background'.
create table claims (
    figure_id varchar not null, event_id varchar, article_id varchar not null,
    measure varchar not null, counted varchar, side varchar,
    low double not null, high double not null, qualifier varchar not null,
    claimant varchar, said_on date, scope varchar not null, standing varchar not null, reason varchar not null,
    came integer not null, gone integer
);

-- [resolve] What the claims about an event and measure come to, by the rules of docs/method.md. counted: for arms and things
-- hit their kind ("drones"), else null. counts: whether a sum over events takes this row (of a wave and its parts only one
-- does, so that nobody is added twice): select sum(best) from tolls where counts and measure = 'killed'.
create table tolls (
    event_id varchar not null, measure varchar not null, side varchar,
    low double not null, best double not null, high double not null,
    claims integer not null, sources integer not null, contested boolean not null,
    counted varchar, counts boolean not null default true,
    came integer not null, gone integer
);

-- [resolve] Events that turned out to be another: old_event_id leads to event_id.
create table redirects (old_event_id varchar not null, event_id varchar not null, came integer not null, gone integer);

-- [load] Corrections that analysts made by hand, and what came of each at this edition's load.
create table corrections (
    correction_id varchar not null, file varchar not null, action varchar not null, target varchar not null,
    field varchar, expected varchar, value varchar,
    author varchar not null, decided_on date not null, reason varchar not null,
    outcome varchar not null,                                 -- 'applied', or what was found instead of what was expected
    event_id varchar,                                         -- the event it touches, for its page
    came integer not null, gone integer
);

create macro editions_at(n) as table select * from editions where edition <= n;
create macro articles_at(n) as table select * from articles where came <= n and (gone is null or gone > n);
create macro quotes_at(n) as table select * from quotes where came <= n and (gone is null or gone > n);
create macro figures_at(n) as table select * from figures where came <= n and (gone is null or gone > n);
create macro mentions_at(n) as table select * from mentions where came <= n and (gone is null or gone > n);
create macro issues_at(n) as table select * from issues where came <= n and (gone is null or gone > n);
create macro actors_at(n) as table select * from actors where came <= n and (gone is null or gone > n);
create macro actor_members_at(n) as table select * from actor_members where came <= n and (gone is null or gone > n);
create macro places_at(n) as table select * from places where came <= n and (gone is null or gone > n);
create macro stories_at(n) as table select * from stories where came <= n and (gone is null or gone > n);
create macro events_at(n) as table select * from events where came <= n and (gone is null or gone > n);
create macro mention_events_at(n) as table select * from mention_events where came <= n and (gone is null or gone > n);
create macro claims_at(n) as table select * from claims where came <= n and (gone is null or gone > n);
create macro tolls_at(n) as table select * from tolls where came <= n and (gone is null or gone > n);
create macro redirects_at(n) as table select * from redirects where came <= n and (gone is null or gone > n);
create macro corrections_at(n) as table select * from corrections where came <= n and (gone is null or gone > n);
