"""The shapes of clauses that tell what befell people, as patterns over word classes (clause.py names the letters).

A pattern left of a count ends at it, one right of it begins after its noun. The word it calls `verb` has the measure.
"""

from __future__ import annotations

import re

# What may stand between the noun and its verb.
_BETWEEN = r"""
    (?: c [uNa] [^;KDGc]{0,10} c               # , including two children,
      | u [^;KDGBcV]{1,6}                      # including two children
      | c [^;NcKDA]{1,10} c                    # , all of them workers,
      | \( [^)]{0,14} \)
      | [ifrlk] [^;:cNVKDGIHXRw&]{1,7} (?: c [pj]x? c )?  # in the city of Sumy, Sumy region,
      | [ifrlk] s? N [xj]{0,2} [PSx] (?: c [uNa] [^;KDGc]{0,10} c )?  # from one family
      | & (?: a [xj]{0,3} S | N [xjo]{0,3} [PS]) (?: w | c [uNa] [^;KDGc]{0,10} c )?  # and a woman
      | x i N                                  # born in 1984
      | w [^;:NKDGIcV]{0,9}                    # who had fled
      | q                                      # a week are dying
      | f s? [xj]{1,2} & [xj]{1,2} P           # of the medical and nursing staff
      | x
    )?
"""

# The rest of a list: "two men, a woman and a child", "three children and their mother", "a dentist and his family".
_ITEM = r"s? (?: [Na] o? [xjo]{0,3} [PS] | a x{1,3} | [sx]{0,2} [PS] | x{1,2} )"
_LISTED = rf"(?: c | & ) {_ITEM} (?: (?: c | & | c& ) {_ITEM} ){{0,3}}"

# Right of the count.
_AMONG = (
    rf"{_BETWEEN} [xi]{{0,3}} B{{1,3}} x? [mu] [so]{{0,2}} (?:N[xj]{{0,2}}P?)? (?P<verb>[KAP])"  # were among the dead
)
_SUFFERED = rf"{_BETWEEN} B{{0,2}} e [xasSfc&oV]{{0,6}} (?P<verb>[gTI])"  # suffered shrapnel wounds
_WITH_WOUNDS = r"k [xas]{0,2} (?P<verb>[gTI])"  # and 62 with injuries
_PASSIVE = rf"{_BETWEEN} B{{1,4}} [xBs]{{0,2}}? (?P<verb>[KA])"  # were reportedly killed, are missing
_RECEIVED = rf"{_BETWEEN} B{{0,2}} (?P<verb>K)"  # received shrapnel wounds
_DIED = rf"{_BETWEEN} B{{0,3}} [xB]{{0,2}}? (?P<verb>D)"
_LISTED_ALL = rf"{_LISTED} (?: B{{1,4}} [xBs]{{0,2}}? (?: [mu] s? )? (?P<verb>[KAD]) | (?P<died>D) )"
_REDUCED = r"[xBo]{0,2}? (?P<verb>[KA]) (?! [sx]? [Nas] [xjo]{0,3} [PS] (?![KA]))"  # 12 wounded; not "12 wounded 3 men"
_NOUN = r"[xjoPS]{0,3}? (?P<verb>T)"  # 18 civilian casualties
_LIVES = r"[xjo]{0,3}? (?P<verb>L)"
_BODIES = r"o? (?P<verb>b) [^;cN]{0,8}? B{0,3} F"  # three more bodies were pulled out
RIGHT = tuple(
    (name, re.compile(pattern, re.VERBOSE))
    for name, pattern in (
        ("among", _AMONG), ("suffered", _SUFFERED), ("suffered", _WITH_WOUNDS), ("passive", _PASSIVE),
        ("received", _RECEIVED), ("died", _DIED), ("listed", _LISTED_ALL), ("reduced", _REDUCED),
        ("noun", _NOUN), ("lives", _LIVES), ("bodies", _BODIES),
    )
)  # fmt: skip

# Left of the count.
LEFT = tuple(
    (name, re.compile(pattern, re.VERBOSE))
    for name, pattern in (
        ("active", r"(?P<verb>[KGI]) (?:[&c]?[KGI])? (?:[xsB] | c [^;cN]{1,8} c)? $"),  # killed, officials say, 12
        ("nominal", r"(?P<verb>[TGI]) f s? $"),  # the deaths of 12
        ("nominal", r"(?P<verb>T) t s? $"),  # injuries to 12
        ("nominal", r"^ (?P<verb>K) ; s? $"),  # Injured: 7 people
    )
)
NOMINAL = re.compile(r"T f s? $", re.VERBOSE)  # the deaths of
AMONG_THEM = re.compile(r"m [so]{0,2} (?P<verb>[KAP]) (?:i[^;N]{0,9}|x)? B s? $", re.VERBOSE)  # among the dead were 4
SUBSET = re.compile(r"u [sBxo(]{0,2} $", re.VERBOSE)
TOLL = re.compile(
    r"""
    (?P<verb>Q) K? (?P<way> (?:
        [^;QNKADGI]{0,8} rN [^;QN]{0,2} t      # rose from 9 to
      | [^;QNKADGI]{0,24}                      # from the strike on a market in the city has risen to
    ) s?) $
    """,
    re.VERBOSE,
)
TOLL_LINK = re.compile(r"(?: [^;NKGDI]{0,9}? (?:[UtfBH;]|i)+ s? | [(c:]? ) $", re.VERBOSE)
OF_LIVES = re.compile(r"C s? L f s? $", re.VERBOSE)  # claimed the lives of
CLAIMED = re.compile(r"C s? $", re.VERBOSE)
FOUND_BEFORE = re.compile(r"F [^;cN]{0,4} $", re.VERBOSE)  # recovered 17 (bodies)
OF_BODIES = re.compile(r"b f s? $", re.VERBOSE)
COORDINATED = re.compile(r"(?: c | & | c& ) $", re.VERBOSE)
NO_VERB = re.compile(r"[c;)&iflkwqu(dtpx]|$")

# What armies say of fighters alone.
LOST = re.compile(r"(?P<verb> X$ | T [^;N]{0,8}? U{1,2} t? $)", re.VERBOSE)  # lost 40 soldiers, losses amount to 40
ELIMINATE = re.compile(r"(?P<verb>[XY]) $", re.VERBOSE)
ELIMINATED = re.compile(rf"{_BETWEEN} B{{1,4}} x? (?P<verb>[XY])", re.VERBOSE)
RECEIVING = ("received ", "receiv", "sustain", "suffer", "sought ", "needed ", "required ", "requested ")
UNDER_ARMS = frozenset({"soldiers", "fighters", "militants", "officers", "crew"})
LOSING = frozenset({"lost", "loses", "losing", "lose"})
ELIMINATING = ("eliminat", "neutrali", "destroy")
