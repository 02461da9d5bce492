"""How many people a sentence says were killed, injured, captured or are missing: hits and near misses, one a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.counts.casualties import Count, counts
from etl.extract.counts.clause import tagged
from etl.extract.reading import Sentence


def read(text: str) -> list[Count]:
    return list(counts(tagged(Sentence(0, 0, len(text), text, "body", 0, 0, None))))


def told(text: str) -> list[str]:
    """Return "measure number group /per" for each count; the qualifier before the number where it is not exact."""
    found = []
    for count in (count for count in read(text) if not count.number.vague):
        number = f"{count.number.low:g}" + ("" if count.number.low == count.number.high else f"-{count.number.high:g}")
        qualifier = {"exact": "", "at_least": ">=", "more_than": ">", "nearly": "<", "about": "~"}[
            count.number.qualifier
        ]
        parts = [count.measure, qualifier + number, count.group, count.per and f"/{count.per}"]
        found.append(" ".join(part for part in parts if part))
    return found


TOLD = {
    "staff of two kinds": (
        "It resulted in nine members of the medical and nursing staff being injured.",
        ["injured 9"],
    ),
    "a family of four": (
        "A family of four, including two children, were among the dead.",
        ["killed 4", "killed 2 children"],
    ),
    "took hostage": ("They killed 1,200 people and took 250 others hostage.", ["killed 1200", "captured 250"]),
    "bodies buried": (
        "Crews were recovering the bodies of three young children buried beneath sand.",
        ["killed 3 children"],
    ),
    "recovered bodies": ("Medics recovered 17 bodies from the rubble.", ["killed 17"]),
    "with injuries": ("The attack left 14 people dead and 62 with injuries.", ["killed 14", "injured 62"]),
    "an average": (
        "An average of six people died and 20 were injured every day.",
        ["killed 6 /day", "injured 20 /day"],
    ),
    "brought to hospitals": ("He said 79 bodies had been brought to hospitals.", ["killed 79"]),
    "and another": ("The debris killed one person and injured another in a village.", ["killed 1", "injured 1"]),
    "hit people": ("The attack had hit a total of 14 people.", ["casualties 14"]),
    "reported missing": ("They confirmed the deaths of nearly 700 people reported missing.", ["killed <700"]),
    "a week after": ("A girl died more than a week after she was hit.", ["killed 1 children"]),
    "a week": ("Five thousand soldiers a week are dying.", ["killed 5000 soldiers /week"]),
    "including some in a day": (
        "So far 2,151 have been killed, including 51 in the past day.",
        ["killed 2151", "killed 51"],
    ),
    "confirmed dead": ("One person was confirmed dead and 25 wounded.", ["killed 1", "injured 25"]),
    "toll of confirmed dead": ("The number of confirmed dead rose to 41.", ["killed 41"]),
    "searched for": ("Crews were searching for 22 missing people.", ["missing 22"]),
    "needed treatment": ("The mayor said 25 needed hospital treatment.", ["injured 25"]),
    # lists
    "list": ("Two men, a woman and a child were killed.", ["killed 2 men", "killed 1 women", "killed 1 children"]),
    "list with an owner": ("Three children and their mother were killed in the raid.", ["killed 3 children"]),
    "list with a serial comma": (
        "Two nurses, a driver, and a patient were wounded.",
        ["injured 2 medics", "injured 1 workers", "injured 1 patients"],
    ),
    "list among those killed": (
        "At least four children, five women, a plumber and his sister were among those killed.",
        ["killed >=4 children", "killed 5 women"],
    ),
    "no list, two clauses": (
        "The blast killed two people and three children were injured.",
        ["killed 2", "injured 3 children"],
    ),
    "no list, contrast": (
        "The strike killed two people, while three women and a boy were injured.",
        ["killed 2", "injured 3 women", "injured 1 children"],
    ),
    "no list, subset of those unharmed": (
        "Crews saved six people, including one child, while about 20 people were injured.",
        ["injured ~20"],
    ),
    "village and its region": (
        "A 47-year-old farm worker in the village near the border was killed by shelling.",
        ["killed 1 workers"],
    ),
    "minor injuries": ("The mayor said that 16 suffered minor injuries.", ["injured 16"]),
    # active
    "active": ("The strike killed 12 people and wounded 30 others.", ["killed 12", "injured 30"]),
    "active perfect": ("Shelling has killed at least seven people in the region.", ["killed >=7"]),
    "gerund": (
        "A missile hit a market, killing at least 16 people and wounding more than 30.",
        ["killed >=16", "injured >30"],
    ),
    "gerund bare": ("Drones hit a bus, killing three and injuring 12 others.", ["killed 3", "injured 12"]),
    "gerund subset": (
        "The rocket slammed into a school, injuring 12, three of them seriously.",
        ["injured 12", "injured 3"],
    ),
    "that killed": ("He spoke after an attack that killed 59 residents of the village.", ["killed 59 residents"]),
    "two objects": ("The blast killed four soldiers and two civilians.", ["killed 4 soldiers", "killed 2 civilians"]),
    "killed and wounded": ("The bombing killed or wounded 200 soldiers.", ["casualties 200 soldiers"]),
    "killing and injuring": ("A car bomb went off, killing and injuring 40 people.", ["casualties 40"]),
    "quoted number": ('The ministry said it killed "more than 80" enemy servicemen.', ["killed >80 soldiers"]),
    "of them": ("It hit a column of soldiers, killing 25 of them.", ["killed 25"]),
    "unknown noun": ("The fire killed five shoppers.", ["killed 5"]),
    "one man": ("An FPV drone killed a 62-year-old man in his car.", ["killed 1 men"]),
    "one child": ("Falling debris injured a child.", ["injured 1 children"]),
    # passive
    "passive": ("Eleven people were killed and 30 were wounded in Kharkiv.", ["killed 11", "injured 30"]),
    "passive ellipsis": ("At least three people were killed and 15 injured.", ["killed >=3", "injured 15"]),
    "passive reported": ("Some 40 people were reportedly killed.", ["killed ~40"]),
    "passive perfect": ("More than 1,200 civilians have been killed.", ["killed >1200 civilians"]),
    "another": ("Another 910 were injured last month.", ["injured 910"]),
    "two others": ("Two others were hurt, one of them critically.", ["injured 2", "injured 1"]),
    "place between": ("Six people in the town of Nikopol were injured by shelling.", ["injured 6"]),
    "who were": ("Nine people who were waiting for bread were killed.", ["killed 9"]),
    "parenthesis": ("Five people, including two children, were killed.", ["killed 5", "killed 2 children"]),
    "brackets": ("Seven people (three of them children) were killed.", ["killed 7", "killed 3 children"]),
    "woman": ("A woman was killed and her husband was taken to hospital.", ["killed 1 women"]),
    "on duty": ("A nurse who was on shift at the time was killed.", ["killed 1 medics"]),
    "one person": ("One person was injured, they said.", ["injured 1"]),
    "shot dead": ("Three policemen were shot dead at a checkpoint.", ["killed 3 police officers"]),
    "hospital": ("Fourteen residents were taken to hospital.", ["injured 14 residents"]),
    "hospitalised": ("Four people were hospitalised with burns.", ["injured 4"]),
    "medical help": ("Ninety people sought medical help after the blasts.", ["injured 90"]),
    "sustained": ("More than 10 sustained injuries on Thursday.", ["injured >10"]),
    "among": ("Three children were among the dead.", ["killed 3 children"]),
    "among those": ("Nine children from one family were among those killed.", ["killed 9 children"]),
    "among were": ("Among the victims were four women and ten children.", ["killed 4 women", "killed 10 children"]),
    "among wounded": ("Among the wounded were two firefighters.", ["injured 2 rescuers"]),
    "younger than": ("Three children younger than 10 were among the dead.", ["killed 3 children"]),
    # died, dead, missing
    "died": ("At least 26 people died in the strikes and five from artillery fire.", ["killed >=26", "killed 5"]),
    "lost lives": (
        "Two civilians have lost their lives, with another six sustaining injuries.",
        ["killed 2 civilians", "injured 6"],
    ),
    "dead": (
        "The shelling left 12 dead and 90 wounded, including six children.",
        ["killed 12", "injured 90", "injured 6 children"],
    ),
    "leaving": ("Chernihiv was struck, leaving 18 dead and dozens wounded.", ["killed 18"]),
    "dozens, including": ("The raid left dozens dead, including nine children.", ["killed 9 children"]),
    "missing": ("Thirty-nine people were still missing.", ["missing 39"]),
    "unaccounted": ("Eight workers are unaccounted for.", ["missing 8 workers"]),
    "headline": ("Russian strike kills 7 in Dnipro", ["killed 7"]),
    "headline two": ("Drone attack on Belgorod kills two, injures 14", ["killed 2", "injured 14"]),
    "headline dead": ("3 dead, 12 hurt as missiles rain on Odesa", ["killed 3", "injured 12"]),
    "headline among": ("Children among seven dead in strike on Dnipro", ["killed 7"]),
    "headline reduced": ("Five killed, 20 wounded in market shelling: governor", ["killed 5", "injured 20"]),
    # nominal
    "deaths of": (
        "It resulted in the deaths of 35 civilians, including two children.",
        ["killed 35 civilians", "killed 2 children"],
    ),
    "deaths": ("The mayor confirmed 12 deaths.", ["killed 12"]),
    "fatalities": ("Officials counted 41 fatalities and 120 injuries.", ["killed 41", "injured 120"]),
    "civilian casualties": (
        "The mission verified 1,062 civilian casualties in October.",
        ["casualties 1062 civilians"],
    ),
    "claimed lives": ("The attack claimed the lives of 20 people.", ["killed 20"]),
    "claimed n lives": ("The assault claimed at least 12 lives.", ["killed >=12"]),
    "headline lives": ("Strike on Kyiv claims 12 lives", ["killed 12"]),
    "toll rose": ("The death toll rose to 41.", ["killed 41"]),
    "toll stands": ("By evening the death toll stood at 14, with 70 injured.", ["killed 14", "injured 70"]),
    "toll from": ("The death toll from that strike had risen to 21.", ["killed 21"]),
    "toll from to": ("The death toll has risen from nine to 12.", ["killed 12"]),
    "toll bringing": ("Two bodies were found overnight, bringing the death toll to 25.", ["killed 2", "killed 25"]),
    "number of killed": ("Kyiv put the number of people killed in the attack at 34.", ["killed 34"]),
    "number injured": ("The number of injured has climbed to 115.", ["injured 115"]),
    "bodies": ("Rescuers said three more bodies were pulled from the rubble.", ["killed 3"]),
    # others
    "rate": ("More than 1,000 soldiers are killed or wounded every day.", ["casualties >1000 soldiers /day"]),
    "rate week": ("5,000 soldiers die per week.", ["killed 5000 soldiers /week"]),
    "total": ("There have been nearly one million casualties.", ["casualties <1e+06"]),
    "range": ("Between 300 and 400 people had been killed in three weeks.", ["killed 300-400"]),
    "up to": ("Up to 100 soldiers are being killed a day.", ["killed <100 soldiers /day"]),
    "captured": ("More than 200 soldiers were taken prisoner.", ["captured >200 soldiers"]),
    "hostages": ("Gunmen killed 1,200 people and abducted 251.", ["killed 1200", "captured 251"]),
    "displaced": ("The fighting has displaced 14 million people.", ["displaced 1.4e+07"]),
    "UN month": (
        "At least 164 civilians were killed and 910 injured in March, the mission said.",
        ["killed >=164 civilians", "injured 910"],
    ),
    "Gaza": (
        "Overnight bombardment killed 27 Palestinians, among them eight children.",
        ["killed 27", "killed 8 children"],
    ),
    "Yemen": ("Airstrikes killed at least one person and wounded nine others.", ["killed >=1", "injured 9"]),
    "Sudan": (
        "At least 16 civilians, including women and children, were killed and 21 wounded.",
        ["killed >=16 civilians", "injured 21"],
    ),
    "India": ("The firing martyred two soldiers and injured a civilian.", ["killed 2 soldiers", "injured 1 civilians"]),
    "Russian ministry": ("The enemy lost over 250 servicemen killed and wounded.", ["casualties >250 soldiers"]),
    "combined": ("Russian attacks killed four and injured 21 over the past day.", ["killed 4", "injured 21"]),
}

# Kinds of sentence that other outlets write and that were missed once.
TOLD |= {
    "another civilian": ("The drone killed another civilian in Nikopol.", ["killed 1 civilians"]),
    "its members": ("Seven of its members were killed overnight.", ["killed 7"]),
    "suffered wounds": ("A 70-year-old woman suffered gunshot wounds.", ["injured 1 women"]),
    "sustained concussion": ("Two men sustained a concussion.", ["injured 2 men"]),
    "victims killed": ("The number of victims killed has increased to 35 people.", ["killed 35"]),
    "long toll": (
        "The death toll from a missile strike on a block of flats in the eastern city of Dnipro has risen to 29.",
        ["killed 29"],
    ),
    "two nations": (
        "More than 42,200 Palestinians and over 1,400 Israelis have been killed.",
        ["killed >42200", "killed >1400"],
    ),
    "three more deaths": ("Three more deaths were reported in the region.", ["killed 3"]),
    "injuries to": (
        "Experts recorded the deaths of 3,924 civilians and injuries to 4,444 people.",
        ["killed 3924 civilians", "injured 4444"],
    ),
    "murders of": ("Prosecutors look into the murders of more than 300 civilians.", ["killed >300 civilians"]),
    "fate unknown": ("The fate of another 35 residents is unknown.", ["missing 35 residents"]),
    "rescued": ("At least 73 people were wounded and 39 people had been rescued.", ["injured >=73"]),
    "age of a girl": ("A girl of 14 was among five people killed.", ["killed 5"]),
    "dead and injured": (
        "The attack has left one woman dead and injured three more.",
        ["killed 1 women", "injured 3"],
    ),
    "of the victims": ("Two of the victims were children.", ["killed 2 children"]),
    "of whom": (
        "Some 234 people have been wounded, 18 of whom are in serious condition.",
        ["injured ~234", "injured 18"],
    ),
    "eliminated": ("The army said 43 militants had been eliminated.", ["killed 43 militants"]),
    "lost troops": ("The enemy lost up to 450 troops in the area.", ["casualties <450 soldiers"]),
    "losses amount to": ("Losses amounted to over 1,200 servicemen.", ["casualties >1200 soldiers"]),
    "including, no comma": (
        "Twenty-one people including three children have died.",
        ["killed 21", "killed 3 children"],
    ),
    "received wounds": ("A woman received shrapnel wounds in the attack.", ["injured 1 women"]),
    "one family": (
        "Four members of one family, including a newborn, perished.",
        ["killed 4", "killed 1 children"],
    ),
    "before a colon": ("Injured: 7 people.", ["injured 7"]),
    "bodies of": ("The bodies of 12 people were recovered from under the rubble.", ["killed 12"]),
}

NOT_TOLD = {
    "one place": "The death toll made it the deadliest attack in one place in years.",
    "trapped in a city": "Around 260,000 people are trapped in the besieged city.",
    "every so often": "Every ten minutes a woman is killed by her family.",
    "bodies asked for": "Families asked for the bodies of 12 people.",
    "took 12 soldiers along": "The commander took 12 soldiers along.",
    "age behind a man": "The man around 45 was evacuated to a clinic.",
    "age behind a woman": "The woman about 60 was wounded by glass.",
    "one of them told": "One of the people killed at home was a railway worker.",
    "fate known": "He asked about the fate of 12 prisoners.",
    "dozens": "The attack killed dozens and wounded hundreds.",
    "several": "Several people were injured.",
    "no one": "No one was killed, the governor said.",
    "nobody hurt": "Nobody was hurt in the attack.",
    "not killed": "The blast did not kill 12 people, as reported.",
    "model": "It was hit by a Shahed-136.",
    "age": "Olena, 55, was killed on her way to work.",
    "age adjective": "The 31-year-old victim was not named.",
    "date": "He was killed in 2014.",
    "could": "A strike on the dam could kill 10,000 people.",
    "would": "A new offensive would cost 100,000 lives.",
    "threat": "He threatened to kill 20 hostages.",
    "to kill": "The plot to kill 12 officials was foiled.",
    "brigade": "The 95th brigade was hit hard.",
    "distance": "He was killed 12 kilometres from the border.",
    "animals": "The fire killed 300 cows.",
    "money": "The attack cost $12 million.",
    "percent": "Some 40 percent were injured.",
    "exchange": "Two hundred prisoners were freed.",
    "people, no harm": "Some 3,000 people live in the village.",
    "resolution": "Resolution 2202 was killed by a veto.",
    "rise from": "The rise from 12 was sharp.",
    "houses": "Twenty houses were damaged.",
    "wounded pride": "The two leaders met after the wounded soldier spoke.",
    "saved": "Doctors saved 12 wounded soldiers.",
    "lost": "They lost three villages.",
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_counts_people(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_counts_nobody(text: str) -> None:
    assert told(text) == []


def test_among_them_goes_on_with_the_sentence_before() -> None:
    text = "Among them are two children."
    sentence = Sentence(0, 0, len(text), text, "body", 0, 0, None)
    assert [count.measure for count in counts(tagged(sentence), "injured")] == ["injured"]
    assert list(counts(tagged(sentence))) == []


def test_a_count_stands_where_it_says() -> None:
    text = "The strike killed at least 12 people."
    [count] = read(text)
    assert text[count.start : count.end] == "at least 12 people"


@given(
    st.lists(
        st.sampled_from(
            [
                "killed",
                "12",
                "people",
                ",",
                "and",
                "wounded",
                "a",
                "woman",
                "(",
                "including",
                "three",
                "of",
                "them",
                ")",
                "were",
                "the",
                "death",
                "toll",
                "rose",
                "to",
            ]
        ),
        max_size=40,
    )
)
def test_no_order_of_words_is_an_error(words: list[str]) -> None:
    text = " ".join(words)
    assert all(0 <= count.start < count.end <= len(text) for count in read(text))
