"""A pytest plugin for nbval: how many of its checks each notebook passes, in a table at the end.

nbval knows a cell by its number, which shifts as soon as a student adds one; the table knows a
check by its one line, which survives every editor.
"""

import re

from nbval.plugin import IPyNbCell

CHECK = re.compile(r"""check\(["']([\w-]+)["']\)""")


def pytest_itemcollected(item):
    """Note of every cell that is a check which exercise it checks; pytest's XML shows it too."""
    if isinstance(item, IPyNbCell) and (check := CHECK.match(item.cell.source)):
        item.user_properties.append(("check", check[1]))


def pytest_terminal_summary(terminalreporter):
    """Write one line for each notebook: how many checks it passes, and which it does not."""
    checks = {}
    for report in [report for reports in terminalreporter.stats.values() for report in reports]:
        for name, slug in getattr(report, "user_properties", []):
            if name == "check":
                known = checks.setdefault(report.nodeid.partition("::")[0], {})
                passed = report.when == "call" and report.passed
                known[slug] = known.get(slug, False) or passed  # of a check and its copies, one
    terminalreporter.section("checks passed")
    for notebook, known in sorted(checks.items()):
        missing = [slug for slug, passed in known.items() if not passed]
        score = f"{len(known) - len(missing):3} of {len(known)}  {notebook}"
        terminalreporter.line(f"{score}  without {' '.join(missing)}" if missing else score)
