-- Actors that can be chosen: those of whom the edition says something, or has a member of whom it does; most named first.
with named as (
    select unnest([actor.name for actor in actors]) as name from events_at($edition)
    union all
    select speaker from quotes_at($edition) where speaker is not null
    union all
    select claimed_by from figures_at($edition) where claimed_by is not null
),
per_name as (select name, count(*) as times from named group by all),
belongs as (
    select actor, member from actor_members_at($edition)
    union
    select name, name from per_name
)
select b.actor as name, any_value(a.kind) as kind, sum(n.times) as times, count(*) as members
from belongs as b
join per_name as n on n.name = b.member
left join actors_at($edition) as a on a.name = b.actor
group by b.actor
order by times desc, b.actor
