"""Whether what a sentence names has happened: the word in [brackets] is the one asked about."""

import pytest

from etl.extract.events.realis import realis

HAPPENED = [
    "The president [met] his Polish counterpart in Warsaw on Tuesday.",
    "The two ministers, who [met] in Ankara, will speak again next week.",
    "Russia [strikes] Kharkiv for third night running",
    "Moscow used glide bombs to [strike] the town.",
    "After [meeting] the chancellor, she said the plan would not change.",
    "The envoy flew to Doha to [meet] Hamas negotiators.",
    "He was speaking after [talks] with the Turkish president.",
    "Not only did the two sides hold [talks] in Muscat, they signed a paper.",
    "The attack came as ministers [met] in Brussels.",
    "No progress was made in the [talks] in Cairo.",
    "Officials said the [strike] killed nine and could push the toll higher.",
    "Although no deal was reached, the [meeting] lasted five hours.",
    "The army said it would respond after drones [hit] a refinery.",
    "Delegations gathered in Jeddah for [talks] on the Sudan war.",
    "A residential block was [hit] by a drone.",
]
PLANNED = [
    "The envoy is due to [meet] Putin on Friday.",
    "Zelensky will [meet] Erdogan in Istanbul next week.",
    "Negotiators are expected to hold a new round of [talks] in Doha.",
    "A [meeting] between the two is scheduled for Monday.",
    "They agreed to [meet] again in a fortnight.",
    "Both sides announced further [talks] in Oman.",
    "The [talks] will take place in Riyadh on Sunday.",
    "He spoke to reporters ahead of a [meeting] with the king.",
    "Russia plans to [attack] the grid this winter, the spy chief said.",
    "The commander vowed to [strike] deeper.",
    "The minister hopes for an early [meeting] with his Chinese counterpart.",
    "Preparations for the [summit] are under way.",
    "He said he would [meet] Trump before the vote.",
    "The next [round] is to be held in Geneva.",
]
HYPOTHETICAL = [
    "The pair may [meet] on the sidelines of the assembly.",
    "A possible [meeting] between the leaders was mentioned.",
    "If they [met], little would come of it.",
    "The governor warned of [strikes] on substations.",
    "Fears of an [attack] on the dam are growing.",
    "The missile is capable of [striking] Moscow.",
    "They discussed the possibility of a [meeting] with Putin.",
    "Officials said the two could [meet] as early as May.",
    "Systems to protect against further [attacks] are running short.",
]
DENIED = [
    "The Kremlin said the two had not [met].",
    "There was no indication he [met] the Ukrainian side.",
    "Lavrov refused to [meet] the mediator.",
    "She declined to [speak] to him by phone.",
    "Hamas denied that it had [held] talks with the envoy.",
    "The [meeting] was cancelled at the last minute.",
    "The planned [call] did not take place.",
    "No [talks] were held that day.",
    "Air defences prevented a [strike] on the port.",
    "Moscow denies [targeting] civilians.",
    "He has never [met] Zelensky.",
    "The two didn't [meet] in person.",
    "The summit's organisers called off the [meeting].",
    "He left without [meeting] the opposition.",
]
DEMANDED = [
    "Beijing urged both sides to hold [talks].",
    "The pope called for [talks] between the warring parties.",
    "Kyiv has asked the chancellor to [meet] its negotiators.",
    "The only way out is a [meeting] of the two leaders.",
    "The two presidents must [meet], he said.",
]
HISTORICAL = [
    "The two have [met] several times since 2018.",
    "Previous [talks] in Belarus brought nothing.",
    "Russia regularly [shells] the town.",
    "Repeated [strikes] on the port have cut exports.",
    "Forces have been [attacking] the city every night.",
]
ROWS = [
    (kind, sentence)
    for kind, sentences in (
        ("happened", HAPPENED), ("planned", PLANNED), ("hypothetical", HYPOTHETICAL),
        ("denied", DENIED), ("demanded", DEMANDED), ("historical", HISTORICAL),
    )
    for sentence in sentences
]  # fmt: skip


@pytest.mark.parametrize(("expected", "marked"), ROWS, ids=[sentence for _, sentence in ROWS])
def test_realis(expected: str, marked: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    assert realis(marked.replace("[", "").replace("]", ""), start, end) == expected
