"""Check 12 for the execution page and the Studio: no rule of WCAG 2.2 AA or of good practice is broken, in both colour schemes; and in Korean."""
from browser import Browser, axe_source
from console_kit import finished, machine, run_path, sample, started, waits
from newel import Server

ASK = "Request Human Approval"
ORDER = {"StartAt": "Each", "States": {
    "Each": {"Type": "Map", "ItemsPath": "$.items", "ItemProcessor": {"StartAt": "Seven?", "States": {
        "Seven?": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 7, "Next": "Break"}], "Default": "Keep"},
        "Keep": {"Type": "Pass", "End": True}, "Break": {"Type": "Fail", "Error": "Seven", "Cause": "{\"why\": 7}"}}},
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Over"}], "Retry": [{"ErrorEquals": ["Never"], "MaxAttempts": 1}], "End": True},
    "Over": {"Type": "Fail", "Error": "Over", "Cause": "all was seen"}}}


def views():
    """Every view with what must be there before it is looked at."""
    yield run_path("StockTrading", "one", state=ASK), ".callout"
    yield run_path("StockTrading", "one", view="logs", state="Check Stock Price", tab="definition"), ".logrow"
    yield run_path("order", "one", view="states", state="Each", tab="flow"), ".time tbody tr"
    yield run_path("order", "one", view="events", tab="details", state="Each", at=20), ".banner"
    yield run_path("order", "one"), ".callout"
    yield run_path("order", "one", vs="two"), ".cmpdiff tbody tr"
    yield "/machines/order/edit?state=Each", ".problems .g"
    yield "/machines/order/edit?state=Seven%3F", ".problems .g"
    yield "/machines/order/edit?mode=code", ".problems .g"
    yield "/machines/order/edit?mode=config", ".config .card"


def main():
    source = axe_source()
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        stock = sample(server)
        waits(sfn, started(sfn, stock.machine, "one"), ASK)
        order = machine(sfn, "order", ORDER)
        for name, count in (("one", 9), ("two", 5)):
            finished(sfn, order, name, {"items": list(range(count))})
        broken = []
        for dark in (False, True):
            page.prefer(dark)
            for path, sign in views():
                page.goto(path)
                page.see(sign)
                broken += [("dark" if dark else "light", path, *violation) for violation in page.axe(source)]
        page.goto(run_path("order", "one", state="Each"))
        page.click("#test-here")
        page.see("dialog[open]")
        broken += [("test", *violation) for violation in page.axe(source)]
        assert not broken, "\n".join(map(str, broken))
        page.quiet()
    with Server() as server, Browser(language="ko-KR") as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        stock = sample(server)
        waits(sfn, started(sfn, stock.machine, "one"), ASK)
        page.goto(run_path("StockTrading", "one", state=ASK))
        page.see(".callout", "누군가의 응답을 기다리는 중")
        assert page.run("document.documentElement.lang") == "ko"
        page.resize(390, 844)
        page.click("#approve")
        page.see("#run-status", "성공")
        # The frame at this width is looked at with the other pages.
        broken = page.run(source + "; axe.run('#page', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then(r => r.violations.map(v => [v.id, v.nodes[0].html]))")
        assert not broken, broken
        page.quiet()


if __name__ == "__main__":
    main()
