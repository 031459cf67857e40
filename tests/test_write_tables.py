"""The benchmark page: the tables that `make bench` writes, and their places."""

import pytest

from notebooks import ROOT
from write_tables import MEASUREMENTS, PAGE, put

BENCH = ROOT / "tests/bench"
EMPTY = "before\n<!-- growth -->\n<!-- end of growth -->\nafter\n"


def test_a_table_replaces_what_stands_between_its_comments_and_nothing_else():
    first = put(EMPTY, "growth", "| a |")
    assert first.startswith("before\n<!-- growth -->\n")
    assert first.endswith("\n\n| a |\n\n<!-- end of growth -->\nafter\n")
    assert put(put(EMPTY, "growth", "| b |"), "growth", "| a |") == first


@pytest.mark.parametrize("page", ["", EMPTY * 2, EMPTY.replace("end of growth", "end")])
def test_a_page_without_one_place_for_a_table_is_refused(page):
    with pytest.raises(ValueError, match=r"needs the lines <!-- growth --> and"):
        put(page, "growth", "| a |")


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_every_measurement_has_its_program_its_table_and_its_command_on_the_page(name):
    page = PAGE.read_text("utf-8")
    assert (BENCH / f"{name}.py").exists()
    assert f"`python tests/bench/{name}.py`" in page
    tables = page.partition(f"<!-- {name} -->")[2].partition(f"<!-- end of {name} -->")[0]
    assert "Measured on" in tables and "|--" in tables
