"""How many munitions were launched, intercepted or produced, and how many things hit: one sentence a row."""

from __future__ import annotations

import pytest

from etl.extract.counts.clause import tagged
from etl.extract.counts.munitions import counts
from etl.extract.reading import Sentence


def told(text: str) -> list[str]:
    """Return "measure number group" for each count; the qualifier before the number where it is not exact."""
    sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    marks = {"exact": "", "at_least": ">=", "more_than": ">", "nearly": "<", "about": "~"}
    return [
        f"{count.measure} {marks[count.number.qualifier]}{count.number.low:g} {count.group}"
        for count in counts(tagged(sentence))
        if not count.number.vague
    ]


TOLD = {
    "strike and decoy": (
        "Russia fired 67 missiles from air, land and sea and launched 194 strike and decoy drones.",
        ["launched 67 missiles", "launched 194 drones"],
    ),
    "damaged another": (
        "It had destroyed 15 navy ships and damaged another 12 in the sea.",
        ["hit 15 ships", "hit 12 ships"],
    ),
    "refineries of a region": ("Drones struck three Rosneft-owned oil refineries.", ["hit 3 refineries"]),
    "aircraft on the ground": (
        "They were released from trucks and struck 41 of the army's most crucial warplanes.",
        ["hit 41 aircraft"],
    ),
    "aircraft in the air": ("Air defences shot down two bombers.", ["intercepted 2 aircraft"]),
    "a total of": (
        "Its air defences destroyed a total of 162 drones overnight, downing 57 over the border region.",
        ["intercepted 162 drones", "intercepted 57 drones"],
    ),
    "with so many intercepted": (
        "Most of the drones were shot down near the border, with 57 intercepted over one region and 31 over the next.",
        ["intercepted 57 drones", "intercepted 31 drones"],
    ),
    "and more over the sea": (
        "Overnight 57 drones were shot down over the north, another 31 over the south and 10 more over the sea.",
        ["intercepted 57 drones", "intercepted 31 drones", "intercepted 10 drones"],
    ),
    "between two times": (
        "Air defence systems destroyed 162 drones between 1710 GMT and 2300 GMT.",
        ["intercepted 162 drones"],
    ),
    "by Moscow time": ("From 20:00 to 2130 Moscow time, nine drones were downed.", ["intercepted 9 drones"]),
    "list damaged": (
        "He said 82 apartment buildings, 11 private houses, two schools and a shop were damaged.",
        ["hit 82 buildings", "hit 11 houses", "hit 2 schools"],
    ),
    "two kinds under one noun": (
        "Russia fired 728 Shahed and decoy drones, as well as 13 missiles overnight.",
        ["launched 728 drones", "launched 13 missiles"],
    ),
    "first count of a passive list": (
        "A total of 127 missiles and 109 drones were launched by the army.",
        ["launched 127 missiles", "launched 109 drones"],
    ),
    "alongside": ("They fired 595 drones alongside 48 missiles.", ["launched 595 drones", "launched 48 missiles"]),
    "dropped off radars": (
        "They intercepted 74 drones, while another 46 dropped off radars.",
        ["intercepted 74 drones", "intercepted 46 drones"],
    ),
    "heading for a city": (
        "Three of the drones heading for the capital had been brought down.",
        ["intercepted 3 drones"],
    ),
    "one of each": (
        "They intercepted a range of weapons, including one Kinzhal ballistic missile and one Kh-22 cruise missile.",
        ["intercepted 1 ballistic missiles", "intercepted 1 cruise missiles"],
    ),
    "a record": (
        "They intercepted 476 out of a record 539 drones.",
        ["intercepted 476 drones", "launched 539 drones"],
    ),
    "settlements": ("Troops carried out 428 strikes on 14 settlements.", ["hit 14 settlements"]),
    "reduced": ("At least 70 people were hurt and more than 100 civilian sites damaged.", ["hit >100 sites"]),
    "targets by kind": (
        "They shot down 32 of 38 targets: 12 Kh-101 missiles, four Kalibr missiles and 16 Shaheds.",
        [
            "intercepted 32 targets",
            "launched 38 targets",
            "intercepted 12 cruise missiles",
            "intercepted 4 cruise missiles",
            "intercepted 16 drones",
        ],
    ),
    "not reaching": (
        "Crews shot down 45 drones, with another 23 not reaching their targets.",
        ["intercepted 45 drones", "intercepted 23 drones"],
    ),
    "most of": ("The system intercepted most of the 40 rockets.", ["launched 40 rockets"]),
    "a share of": ("More than 90 per cent of the 74 drones were shot down.", ["launched 74 drones"]),
    "others lost": (
        "They attacked with 96 drones, adding that 66 were shot down and 26 others were lost.",
        ["launched 96 drones", "intercepted 66 drones", "intercepted 26 drones"],
    ),
    "damage to": ("Damage was reported to 12 apartment buildings.", ["hit 12 buildings"]),
    "sunk": ("Two patrol boats were sunk.", ["hit 2 ships"]),
    "launchers": ("They hit three S-400 launchers.", ["hit 3 rocket launchers"]),
    "impacts recorded": ("Impacts from drones were recorded at 11 locations.", ["hit 11 sites"]),
    "projectiles crossing": (
        "Around 35 projectiles had been identified crossing from the north.",
        ["launched ~35 projectiles"],
    ),
    "planes hit": ("The army said 40 planes were hit.", ["hit 40 aircraft"]),
    "that the enemy launched": (
        "Crews shot down two Kh-59 missiles and 15 attack drones that Russia launched overnight.",
        ["intercepted 2 cruise missiles", "intercepted 15 drones"],
    ),
    "fired at several towns": (
        "Fifteen rockets were detected being launched, with 24 more fired at towns, including eight fired at one.",
        ["launched 15 rockets", "launched 24 rockets", "launched 8 rockets"],
    ),
    "tried and were intercepted": (
        "Two drones attempted to cross the border but were intercepted.",
        ["intercepted 2 drones"],
    ),
    "a list with singles": (
        "They destroyed three tanks, one armoured transporter, two cars and three artillery systems.",
        ["hit 3 tanks", "hit 2 vehicles", "hit 3 rocket launchers"],
    ),
    "more on the next day": (
        "They shot down over 80 drones, including 52 on one night and 36 more the following day.",
        ["intercepted >80 drones", "intercepted 52 drones", "intercepted 36 drones"],
    ),
    "made elsewhere": (
        "They launched 37 Iranian-designed Shahed kamikaze drones and three missiles.",
        ["launched 37 drones", "launched 3 missiles"],
    ),
    "one more": ("Another drone was shot down over the border.", ["intercepted 1 drones"]),
    "on fire": ("The mayor said that four cars were on fire.", ["hit 4 vehicles"]),
    "launched from several places": (
        "They attacked with four S-300 guided missiles launched from the east and 52 Shahed drones launched from the "
        "north.",
        ["launched 4 missiles", "launched 52 drones"],
    ),
    "that the group has launched": (
        "It answered the roughly 200 missiles and drones the group has launched since autumn.",
        ["launched ~200 missiles and drones"],
    ),
    "targets on the ground": ("At least 30 fighter jets struck 12 targets.", ["hit 12 targets"]),
    "targets in the air": ("Crews shot down 12 targets.", ["intercepted 12 targets"]),
    "what got through": ("Seven missiles and 34 drones struck 14 sites.", ["hit 14 sites"]),
    # one list by region, one launcher
    "by region": (
        "The ministry said 11 drones were shot down over one region, 28 over another, and 17 near the coast.",
        ["intercepted 11 drones", "intercepted 28 drones", "intercepted 17 drones"],
    ),
    "by region after the verb": (
        "Crews downed 34 drones over the north, nine each over the coast and the hills and two over the sea.",
        ["intercepted 34 drones", "intercepted 9 drones", "intercepted 2 drones"],
    ),
    "each wave": (
        "They fired 350 missiles, with each wave comprising 30 to 60 projectiles.",
        ["launched 350 missiles"],
    ),
    # launched
    "launched": ("Russia launched 145 drones at Ukraine overnight.", ["launched 145 drones"]),
    "two kinds": ("Moscow fired 70 missiles and 145 drones.", ["launched 70 missiles", "launched 145 drones"]),
    "subset": (
        "The enemy launched 70 missiles, including 11 ballistic missiles.",
        ["launched 70 missiles", "launched 11 ballistic missiles"],
    ),
    "model": ("They fired six Kh-22 cruise missiles.", ["launched 6 cruise missiles"]),
    "model alone": (
        "The city was attacked with 5 Iskander-M and 112 Shahed drones.",
        ["launched 5 ballistic missiles", "launched 112 drones"],
    ),
    "attacked with": ("Russia attacked the region with 23 drones.", ["launched 23 drones"]),
    "attack with": ("It was an attack with more than 500 drones.", ["launched >500 drones"]),
    "barrage of": ("A barrage of 30 rockets was aimed at the north.", ["launched 30 rockets"]),
    "attack involving": ("The attack involved about 50 missiles.", ["launched ~50 missiles"]),
    "attack included": (
        "The attack included 600 strike drones and 90 air, sea and ground-launched missiles.",
        ["launched 600 drones", "launched 90 missiles"],
    ),
    "subject": ("Two ballistic missiles struck the town.", ["launched 2 ballistic missiles"]),
    "subject damaged": ("Five drones damaged a substation.", ["launched 5 drones"]),
    "passive": ("Some 60 drones were launched from the south.", ["launched ~60 drones"]),
    "used": ("The troops used two missiles to attack the city.", ["launched 2 missiles"]),
    "dropped": ("Aircraft dropped 12 guided bombs on the district.", ["launched 12 glide bombs"]),
    "guided aerial bombs": ("The occupiers dropped 80 guided aerial bombs.", ["launched 80 glide bombs"]),
    "trio": ("A trio of missiles slammed into the centre.", ["launched 3 missiles"]),
    "one fired": ("The rebels fired a ballistic missile at the airport.", ["launched 1 ballistic missiles"]),
    "UAVs": ("The enemy used 83 attack UAVs of various types.", ["launched 83 drones"]),
    "shells": ("Troops fired more than 300 shells at the villages.", ["launched >300 artillery"]),
    # intercepted
    "shot down": ("Air defences shot down 112 drones.", ["intercepted 112 drones"]),
    "of": ("They shot down 24 of 26 drones.", ["intercepted 24 drones", "launched 26 drones"]),
    "of the": (
        "Air defence downed two of the four incoming missiles.",
        ["intercepted 2 missiles", "launched 4 missiles"],
    ),
    "targets": ("Units succeeded in shooting down 112 targets.", ["intercepted 112 targets"]),
    "two kinds down": (
        "Air defences destroyed and jammed 549 drones and 55 missiles.",
        ["intercepted 549 drones", "intercepted 55 missiles"],
    ),
    "of which": (
        "Forces launched 138 drones, 110 of which were shot down or suppressed.",
        ["launched 138 drones", "intercepted 110 drones"],
    ),
    "two of them": (
        "They fired six missiles and two of them were destroyed.",
        ["launched 6 missiles", "intercepted 2 missiles"],
    ),
    "passive down": ("A total of 33 drones were intercepted and destroyed overnight.", ["intercepted 33 drones"]),
    "destroyed": ("Air defence systems destroyed 40 unmanned aerial vehicles.", ["intercepted 40 drones"]),
    "both": (
        "Russia fired two missiles; air defences destroyed both missiles.",
        ["launched 2 missiles", "intercepted 2 missiles"],
    ),
    "failed": ("Around 19 missiles failed to reach their targets.", ["intercepted ~19 missiles"]),
    "lost": ("Another 25 decoy drones were lost.", ["intercepted 25 drones"]),
    "regions": (
        "Air defences downed 40 drones, including 34 over one region and four over the sea.",
        ["intercepted 40 drones", "intercepted 34 drones", "intercepted 4 drones"],
    ),
    "jets": ("The army claimed it shot down five enemy fighter jets.", ["intercepted 5 fighter jets"]),
    "one bomber": ("The air force said it had shot down a strategic bomber.", ["intercepted 1 aircraft"]),
    "one missile": ("The army intercepted a missile fired from Yemen.", ["intercepted 1 missiles"]),
    "headline": ("Air defence destroys 28 out of 31 drones", ["intercepted 28 drones", "launched 31 drones"]),
    # hit
    "struck sites": ("The army struck at least seven energy sites in March.", ["hit >=7 energy sites"]),
    "damaged": ("The blast damaged 36 apartment buildings and two schools.", ["hit 36 buildings", "hit 2 schools"]),
    "were damaged": ("Twenty houses were damaged.", ["hit 20 houses"]),
    "locations": ("Fifteen drones hit targets in 11 locations.", ["launched 15 drones", "hit 11 sites"]),
    "recorded in": ("Damage was recorded in 50 locations.", ["hit 50 sites"]),
    "destroyed depots": ("Strikes have destroyed more than 30 logistics centres.", ["hit >30 logistics centres"]),
    # produced
    "produced": ("The plant produced over 10,000 drones in 2024.", ["produced >10000 drones"]),
    "production of": ("It reached production of 100 missiles a month.", ["produced 100 missiles"]),
}

TOLD |= {
    "did not reach": ("Another 68 drones did not reach their targets.", ["intercepted 68 drones"]),
    "sent into": ("Moscow sent 140 drones into the country.", ["launched 140 drones"]),
    "downed four more": ("The military downed four more drones over the region.", ["intercepted 4 drones"]),
    "launched by": ("Air defences shot down all 30 drones launched by Russia.", ["intercepted 30 drones"]),
    "shells hit": ("About 60 shells in total hit three communities.", ["launched ~60 artillery"]),
}

NOT_TOLD = {
    "outside two hospitals": "The army struck tents outside two hospitals.",
    "strikes are no munitions": "The air force launched three air strikes.",
    "crossing the border": "A few drones were lost, with two crossing the border.",
    "attacks on villages": "The army repelled attacks on two villages.",
    "one of the drones": "One of the drones hit the roof of a school.",
    "one missile": "One missile struck near an embassy.",
    "sent to": "Britain sent 600 missiles to Ukraine.",
    "debris": "Debris from one downed drone damaged a barn.",
    "missile strikes": "Two missile strikes hit the port.",
    "rounds": "They launched two rounds of talks.",
    "jets involved": "The army said 15 fighter jets were involved.",
    "dozens": "Dozens of drones were launched overnight.",
    "model": "A Shahed-136 was seen over the city.",
    "supplied": "Berlin supplied 18 howitzers and 40 drones.",
    "asked for": "Kyiv asked for 200 missiles.",
    "could fire": "The system could fire 12 rockets in a minute.",
    "plan": "The ministry plans to launch 500 drones a day.",
    "would produce": "The plant would produce 1,000 drones.",
    "missile attack": "It was hit in a missile attack.",
    "modifier": "Russia launched a missile and drone attack on the capital.",
    "a drone hit": "A drone hit a nine-storey building.",
    "people": "The strike killed 12 people.",
    "houses told": "The village has 300 houses.",
    "rounds of talks": "They held three rounds of talks.",
    "jets scrambled": "Poland scrambled four fighter jets.",
    "none down": "Air defences shot down no drones.",
    "distance": "The missile flew 300 kilometres.",
    "year": "The drones were launched in 2024.",
    "sanctions": "The EU launched 12 new programmes.",
    "brigade": "The 47th brigade used drones.",
    "hours": "The attack lasted 12 hours.",
    "incidents": "In at least three incidents drones struck working hospitals.",
    "waves": "In two waves drones attacked the port.",
    "occasions": "On five occasions drones struck the power plant.",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_counts_munitions(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_counts_nothing(text: str) -> None:
    assert told(text) == []
