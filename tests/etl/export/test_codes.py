from typing import get_args

import pytest

from etl.export.codes import code_of, codes
from etl.records import Kind


@pytest.mark.parametrize("planned", [False, True], ids=["happened", "planned"])
@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_has_a_code(kind, planned):
    assert code_of(kind, [], planned, None) is not None


@pytest.mark.parametrize(
    ("event", "cameo", "acled"),
    [
        pytest.param(("strike", ["drone"], False, None), "195", "Air/drone strike", id="drones"),
        pytest.param(
            ("strike", ["drone", "missile"], False, None),
            "190",
            "Shelling/artillery/missile attack",
            id="drones and missiles",
        ),
        pytest.param(("strike", ["glide bomb"], False, None), "195", "Air/drone strike", id="glide bombs"),
        pytest.param(
            ("strike", ["catapult"], False, None), "190", "Shelling/artillery/missile attack", id="unknown weapon"
        ),
        pytest.param(("strike", ["drone"], True, None), "138", None, id="threatened"),
        pytest.param(("meeting", [], False, "held"), "040", None, id="meeting held"),
        pytest.param(("meeting", [], True, "planned"), "036", None, id="meeting planned"),
        pytest.param(("talks", [], True, "called off"), "125", None, id="talks called off"),
        pytest.param(("agreement", [], False, "in force"), "057", "Agreement", id="agreement in force"),
        pytest.param(("agreement", [], False, "proposed"), "030", None, id="agreement proposed"),
        pytest.param(("agreement", [], False, "violated"), "196", None, id="agreement violated"),
    ],
)
def test_code_of(event, cameo, acled):
    code = code_of(*event)
    assert (code.cameo, code.acled_sub_event_type) == (cameo, acled)


def test_no_code_stands_behind_one_that_always_fits():
    seen = set()
    for code in codes():
        assert code.kind not in seen, code
        if not code.weapons and not code.status and code.planned is None:
            seen.add(code.kind)
    assert seen == set(get_args(Kind))
