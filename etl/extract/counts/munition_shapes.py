"""The shapes of clauses that tell what befell munitions and things, as patterns over word classes (clause.py)."""

from __future__ import annotations

import re

from etl.records import Measure

_BETWEEN = r"""(?: [xR] [ifrlkt] [^;:cNVXYRH&w]{1,6} | c [uNf] [^;XYRH]{0,10}? c | \( [^)]{0,14} \)
    | [ifrlk] [^;:cNVXYRH&w]{1,6} | w )?"""
_LIST = r"(?: (?: [c&]{1,2} [NVa] [xjoyHJW]{0,4} [WvO]+ ){1,4} )?"  # 127 missiles and 109 drones were launched
_LINK = r"[^;:NXYRHK]{0,5}?"

# Right of the count.
SHOT_DOWN = re.compile(rf"{_LIST} {_BETWEEN} [Bxs]{{0,5}}? X", re.VERBOSE)
DESTROYED = re.compile(rf"{_LIST} {_BETWEEN} B{{1,4}} x? Y", re.VERBOSE)
LAUNCHED = re.compile(  # were fired; missiles fired at Kyiv; missiles the group has fired
    rf"{_LIST} {_BETWEEN} [Bx]{{1,5}} R | R [lrUti] | (?:&W)? w? s? [ySxPj]{{1,4}} B{{0,2}} R", re.VERBOSE
)
STRUCK = re.compile(rf"{_BETWEEN} [Bxs]{{0,2}} H (?! O?f) | J (?= [psx])", re.VERBOSE)  # two missiles struck the town
WAS_HIT = re.compile(rf"{_BETWEEN} B{{1,4}} x{{0,2}} [HY] | H (?= [xid;)] | $ )", re.VERBOSE)
LISTED_WAS_HIT = re.compile(  # 82 flats, 11 houses, two schools and a shop were damaged
    r"(?: c? &? [Na] [xjoypRW]{0,4} [OvxW] ){1,14} B{1,4} x{0,2} [HY]", re.VERBOSE
)
PRODUCED = re.compile(r"B{1,3} x? M", re.VERBOSE)

# Left of the count.
VERB_BEFORE = re.compile(r"[XYRM] [sxjoB&]{0,3} $", re.VERBOSE)
ACTIVE: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(rf"X (?:&[XY])? {_LINK} $", re.VERBOSE), "intercepted"),
    (re.compile(r"Z f s? $", re.VERBOSE), "intercepted"),  # the downing of
    (re.compile(r"M [^;:N]{0,3} $", re.VERBOSE), "produced"),
    (re.compile(rf"R (?:&[RH])? {_LINK} $", re.VERBOSE), "launched"),
    (re.compile(r"[HJR] [^;:N]{0,13}? k [sxao]{0,2} $", re.VERBOSE), "launched"),  # attacked the city with
    (re.compile(r"[HJ] (?: [^;:N]{0,6}? [uRfl] | ;? ) [sxao]{0,2} $", re.VERBOSE), "launched"),  # a barrage of
)
OF_ANOTHER = re.compile(r"R [^&]* i [^&]* & $", re.VERBOSE)  # the missiles they launched at the city, and one of
DESTROY = re.compile(r"Y (?:&[XYH])? [sxj&o]{0,3} $", re.VERBOSE)
STRIKES_ON = re.compile(r"J i [so]{0,2} $", re.VERBOSE)
FIRED_AT = re.compile(r"o? B{0,3} R [lrUtip]", re.VERBOSE)  # and eight fired at the town
BUT_DOWNED = re.compile(
    r"[^.;:]{0,90}\bbut\s+(?:\w+\s+)?(?:was|were)\s+(?:\w+\s+)?(?:intercepted|shot\s+down|downed|destroyed|repelled)\b"
)  # tried to cross the border but were intercepted
DAMAGE_TO = re.compile(r"J [Bx]{0,3} t [so]{0,2} $", re.VERBOSE)  # damage was reported to 12 houses
HIT_PASSIVE = re.compile(r"B{1,4} x? H", re.VERBOSE)
HIT_THINGS = re.compile(r"[HY] (?:&[HY])? [sxjoW]{0,2} (?: [pxs]{0,2} i [so]{0,2} )? $", re.VERBOSE)
HIT_ON_GROUND = re.compile(r"H (?:&[HY])? [sxjo]{0,2} $", re.VERBOSE)  # struck 41 aircraft
RECORDED_IN = re.compile(r"[HxYJW] [Bx]{1,4} i s? $", re.VERBOSE)  # damage was recorded in 50 locations
SUBSET = re.compile(r"u [sBxo(]{0,2} $", re.VERBOSE)
OVER = re.compile(r"[xo]? s? [ild]", re.VERBOSE)  # over the city; each over the city; more over the city
GOES_ON_OVER = re.compile(r"(?: c? [xo]? i | B{1,3} x? [XYi] )", re.VERBOSE)  # 15 were destroyed; 7 – over the region
COORDINATED = re.compile(r"(?: c | & | c& ) $", re.VERBOSE)
