-- The names that a choice of actors takes in: the actors themselves and, for a state, its president, ministries, forces.
select member as name from actor_members_at($edition) where list_contains($actors, actor)
union
select unnest($actors)
order by name
