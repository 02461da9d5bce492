"""Who gives a figure: the innermost voice around it, a local office or body by the name that its place gives it."""

from __future__ import annotations

import datetime as dt

import pytest

from etl.extract.extractor import extract
from etl.records import Article, Figure

CLAIMED = [
    (
        "agency_of_the_region",
        "Drones hit Kherson on Monday. Two people died, the region's governor said.",
        ["Kherson regional governor"],
    ),
    (
        "regional_governor",
        "Drones hit Kherson on Monday. Two people died, the regional governor said. Oleksandr Prokudin went there.",
        ["Oleksandr Prokudin"],
    ),
    (
        "regional_prosecutors",
        "Bombs fell on Kharkiv on Monday. Two people died, the regional prosecutor’s office said.",
        ["Kharkiv Regional Prosecutor's Office"],
    ),
    (
        "while",
        "Defences downed 34 missiles and 100 drones, the Ukrainian air force said, while 86 drones were lost.",
        ["Ukrainian Air Force", "Ukrainian Air Force", "Ukrainian Air Force"],
    ),
    (
        "while_another_speaks",
        "Two people died, Vitali Klitschko said, while Ihor Klymenko said three were wounded.",
        ["Vitali Klitschko", "Ihor Klymenko"],
    ),
    (
        "source_of_a_clause",
        "The Kremlin said missiles hit the capital, killing 16 people according to the health ministry.",
        ["health ministry"],
    ),
    ("agency_passes_on", "The Kremlin said missiles had killed 16 people according to TASS.", ["Kremlin"]),
    (
        "contrast_with_a_long_subject",
        "The Kremlin said 500 people had died, while a civil defence chief, whose office is new, said 300 had died.",
        ["Kremlin", "civil defence chief"],
    ),
    ("rebels", "The Houthis denied it. The rebels said they had fired two missiles at Israel.", ["Houthis"]),
    (
        "agency_behind_a_comma",
        "US officials say destroyers shot down two drones, according to the AP.",
        ["US officials"],
    ),
    (
        "relative_clause_of_what_is_condemned",
        "Zelensky condemned the attack on the port, which killed two people.",
        [None],
    ),
    (
        "said_this",
        "Shelling killed two people in Kherson region.\n\nOleksandr Prokudin said this in a post on Telegram.",
        ["Oleksandr Prokudin"],
    ),
    (
        "this_was_stated_by",
        "Shelling killed two people in Kherson.\n\nThis was reported on Facebook by governor Oleksandr Prokudin.",
        ["Oleksandr Prokudin"],
    ),
    (
        "said_this_of_something_else",
        "Shelling killed two people in Kherson.\n\nOleksandr Prokudin said this would be avenged.",
        [None],
    ),
    (
        "said_this_not_of_a_report",
        "Two people died, Vitali Klitschko said.\n\nOleksandr Prokudin said this in a post on Telegram.",
        ["Vitali Klitschko"],
    ),
    (
        "aside_between_dashes",
        "The Houthis said their attack on Tel Aviv – which killed 10 people – was done by a new drone.",
        [None],
    ),
    ("hours_after", "It came hours after the Houthis said that they had fired 12 drones.", ["Houthis"]),
    (
        "governor_of_another_region",
        "Shells hurt one person in the region of Poltava, its governor, Filip Pronin, said.\n\n"
        "Defences downed six drones over the southern region of Mykolaiv, its governor said.",
        ["Filip Pronin", "Mykolaiv regional governor"],
    ),
    (
        "governor_of_his_own_region",
        "Filip Pronin, the Poltava governor, reported no damage.\n\n"
        "The governor of the southern region of Mykolaiv said 13 drones were shot down over his region.",
        ["Mykolaiv regional governor"],
    ),
    (
        "regional_governor_of_another_region",
        "Oleh Hryhorov, the Sumy governor, spoke. Two people died in Kharkiv region, the regional governor said.",
        ["Kharkiv regional governor"],
    ),
    (
        "governor_named_before",
        "Oleh Hryhorov, the Sumy governor, spoke on Monday. Two people died in a clinic, the governor said.",
        ["Oleh Hryhorov"],
    ),
    (
        "governors_of_two_regions",
        "Two drones were shot down over the Kherson region, the regions' governors said.",
        ["Kherson regional governor"],
    ),
    (
        "air_force_of_the_country_attacked",
        "Russia launched 20 drones at Ukraine overnight, the country's air force said.",
        ["Ukrainian Air Force"],
    ),
    (
        "its_air_force",
        "Ukraine did not comment, though its Air Force said it shot down 20 Russian drones.",
        ["Ukrainian Air Force"],
    ),
    (
        "air_force_named_before",
        "The Pakistan Air Force spoke first. Later the air force said two people had died at a base.",
        ["Pakistan Air Force"],
    ),
    (
        "air_force_of_either_side",
        "The Indian Air Force denied what the Pakistan Air Force said. Two people died, an air force source said.",
        ["air force source"],
    ),
    (
        "shot_down_told_on",
        "Russia fired 595 drones at Ukraine overnight, the Ukrainian air force said. "
        "Air defences shot down 566 of the drones.",
        ["Ukrainian Air Force", "Ukrainian Air Force"],
    ),
    (
        "launched_at_another_time",
        "Russia fired 595 drones at Ukraine on Tuesday, the Ukrainian air force said. "
        "Russia fired 700 drones at Ukraine on 3 April.",
        ["Ukrainian Air Force", None],
    ),
    (
        "among_the_wounded",
        "Ten people were wounded in Kherson, police said. Among the wounded are two children.",
        ["police", "police"],
    ),
    (
        "told_beside_it",
        "Ten people were wounded in Kherson, police said. Two people were killed in Kharkiv.",
        ["police", None],
    ),
    (
        "said_by_whom_a_clause_describes",
        "Three people were killed in Mykolaiv, said local authorities who have begun to search the house.",
        ["local authorities"],
    ),
    (
        "goes_on_with",
        "Ten people were killed, local officials said on Monday, with two wounded in Kyiv, where crews feared more.",
        ["local officials", "local officials"],
    ),
    ("attack_that_is_judged", "Donald Trump criticised an attack on Kyiv that killed 12 people.", [None]),
    ("attack_blamed", "Officials accused Russia of a strike on a port that killed 12 people.", ["Officials"]),
    (
        "two_say_it",
        "Defences downed five drones over Bryansk, the Russian defence ministry and the Bryansk governor said.",
        ["Russian Ministry of Defence"],
    ),
    (
        "signed_behind_a_dash",
        "Four people have died in Ukraine. Rescuers are working across the country - Volodymyr Zelensky wrote",
        ["Volodymyr Zelensky"],
    ),
    (
        "toll_that_a_ministry_sets",
        "Ukraine's health ministry later put the death toll at 30.",
        ["Ukrainian Ministry of Health"],
    ),
    (
        "toll_that_somebody_raised",
        "Regional governor Oleh Syniehubov raised the number of dead to 12.",
        ["Oleh Syniehubov"],
    ),
    ("toll_that_an_event_raised", "The rescue of Olena Kovalchuk raised the number of injured to five.", [None]),
    ("toll_that_a_strike_raised", "A strike on Odesa brought the death toll to five.", [None]),
    (
        "lead_that_says_who_counts",
        "Drones killed 13 people in Kherson on Monday, volunteers said.\n\n"
        "Thirteen people were killed in Kherson, the police said in a statement.",
        ["volunteers"],
    ),
    (
        "mayor_of_another_town",
        "Ihor Terekhov, mayor of Kharkiv, said three died. In Izium, the mayor said, one person was killed.",
        ["Ihor Terekhov", "Izium mayor"],
    ),
    ("mayor_of_the_town", "Two people were hurt in Moscow, the city's mayor said.", ["Moscow mayor"]),
    (
        "its_military_not_the_other_side_s",
        "Pakistan said India attacked it. Its military said it shot down 25 drones. "
        "The Indian army said three civilians were killed in Kashmir.",
        ["Pakistani military", "Indian military"],
    ),
    (
        "officials_of_a_proclaimed_republic",
        "Two people were killed, DPR officials said.",
        ["Donetsk People's Republic"],
    ),
    ("officials_of_a_group", "Two people were killed, Hamas officials said.", ["Hamas officials"]),
    (
        "authorities_of_two_kinds",
        "Two people were wounded, according to Kyiv city and military authorities.",
        ["Kyiv city authorities"],
    ),
    (
        "head_of_a_community",
        "Kherson governor Oleksandr Prokudin spoke. In Beryslav, the head of the community said two people died.",
        ["head of the community"],
    ),
    (
        "military_of_the_country",
        "Drones flew at Ukraine. The country's military said two people were killed in Odesa.",
        ["Ukrainian military"],
    ),
    ("war_that_killed", "Emmanuel Macron said talks would end a war that has left 12,000 people dead.", [None]),
    ("that_a_war_killed", "The UN said that the war has left 12,000 people dead.", ["United Nations"]),
    (
        "war_that_killed_by_a_source",
        "They are engaged in a war that has left 15,000 people dead, according to the United Nations.",
        ["United Nations"],
    ),
    ("own_voice", "Missiles killed 16 people in Kyiv.", [None]),
]


@pytest.mark.parametrize(("text", "claimants"), [row[1:] for row in CLAIMED], ids=[row[0] for row in CLAIMED])
def test_names_who_gives_a_figure(text: str, claimants: list[str | None]) -> None:
    records = extract(Article(article="test", text=text, published=dt.date(2024, 5, 15))).records
    assert [record.claimed_by for record in records if isinstance(record, Figure)] == claimants
