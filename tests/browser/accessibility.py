"""What axe-core finds on a page that a student cannot read or use."""

from axe_playwright_python.sync_playwright import Axe

# Rule, elements, and why a finding there is not about the practical.
NOT_OURS = [
    # nbconvert's template: grey numbers beside the cells, Pygments' colours on light grey.
    ("color-contrast", ".jp-InputPrompt, .jp-OutputPrompt"),
    ("color-contrast", ".highlight span"),
    # JupyterLab's style sheet, which nbconvert copies, underlines a link only under the mouse.
    ("link-in-text-block", ".jp-RenderedMarkdown a"),
]


def findings(page, *parts):
    """Return axe-core's serious and critical findings as `rule: element: reason`.

    Only in the `parts` of the page that these CSS selectors name, if there are any.
    """
    results = Axe().run(page, context={"include": [[part] for part in parts]} if parts else None)
    return [
        f"{rule['id']}: {node['html']}: {node['failureSummary']}"
        for rule in results.response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not _is_known(page, rule["id"], node["target"][0])
    ]


def _is_known(page, rule, target):
    return any(
        rule == known
        and page.evaluate("([a, b]) => document.querySelector(a).matches(b)", [target, elements])
        for known, elements in NOT_OURS
    )
