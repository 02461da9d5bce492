"""Which names may stand for one party, and what sort of encounter the parties of a telling make.

A person stands for the state whose officer he or she is; a misspelling for the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from etl.extract.events.parties import Party, heads_a_state

ALIKE = 85  # of 100: two spellings of one person's name


def misspelt(party: Party, other: Party) -> bool:
    """Say whether two persons' names are one, but for order or a slip of the pen: "Sergei Kavrov", "Kishida Fumio"."""
    if not (party.person and other.person):
        return False
    one, two = party.name.split(), other.name.split()
    if one != two and sorted(one) == sorted(two):
        return True
    if one[0] != two[0]:  # "Mark Rubio"
        return one[-1] == two[-1] and one[0][:2] == two[0][:2] and len(one) == len(two) == 2
    return party.name != other.name and fuzz.ratio(party.name, other.name) >= ALIKE


def may_be(party: Party, other: Party) -> bool:
    """Say whether two names can be one party: a state and who speaks for it, a name and its misspelling."""
    if party.name == other.name or misspelt(party, other):
        return True
    if party.country is None or party.country != other.country:
        return False
    return not (party.person and other.person)


def two_levels(some: Sequence[Party], others: Sequence[Party]) -> bool:
    """Say whether leaders meet in the one and officials in the other: a summit hoped for is not the talks before it."""
    return (_leaders(some) and all_states(others)) or (_leaders(others) and all_states(some))


def _leaders(parties: Sequence[Party]) -> bool:
    return len(parties) > 1 and all(party.person and heads_a_state(party) for party in parties)


def all_states(parties: Sequence[Party]) -> bool:
    """Say whether all of these are states, which meet through whom they send."""
    return all(not party.person and party.country for party in parties)


def generic(party: Party) -> bool:
    """Say whether a party is leaders of a part of the world, not of a body that has a name: "European leaders"."""
    return party.members and party.name.split()[-1].islower()


def conference(parties: Sequence[Party]) -> bool:
    """Say whether these are the parties of a conference, which its tellings name in part: a body, or many."""
    return len(parties) > 3 or any(not party.person and party.country is None for party in parties)
