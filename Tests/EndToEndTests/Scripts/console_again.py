"""A run once more: from any of its states with other data, after its definition was mended, and with the permissions it used."""
import json

from browser import Browser
from console_kit import ROLE, finished, machine, node, run_path, sample, sees_status, started, waits
from newel import Server

ASK = "Request Human Approval"
EXECUTION = "arn:aws:states:us-east-1:000000000000:execution:StockTrading:{}"


def forks(page, sfn):
    """A new run from a state with other data, by the address too: what came before is shared; the permissions a run used, as a policy."""
    page.goto(run_path("StockTrading", "first", fork="Buy or Sell?"))
    page.see("dialog[open]", "New run from Buy or Sell?")
    page.fill("#fork-input", '{"stock_price": 7, "recommended_type": "sell"}')
    page.fill("#fork-name", "forked")
    page.click("#fork-start")
    page.see("h1", "forked")
    page.see("#run-status", "Succeeded")
    sees_status(page, "Sell Stock", "succeeded")
    sees_status(page, "Check Stock Price", "succeeded")
    page.see("#run-origin", "Forked from first")
    first, forked = (sfn.get_execution_history(executionArn=EXECUTION.format(name))["events"] for name in ("first", "forked"))
    count = next(number for number, event in enumerate(first) if event.get("stateEnteredEventDetails", {}).get("name") == "Buy or Sell?")
    assert forked[:count] == first[:count]
    assert json.loads(forked[count]["stateEnteredEventDetails"]["input"])["stock_price"] == 7
    page.click("#run-origin a")
    page.see("h1", "first")
    page.goto(run_path("StockTrading", "first", tab="policy"))
    page.see(".policy", "lambda:InvokeFunction")
    page.see(".policy", "sns:Publish")
    page.see("#pane-panel", '"Statement"')


def forks_inside(page, sfn):
    """A state inside a Parallel is forked like any other; what was under way in the other branch is done again."""
    arn = machine(sfn, "both", {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": True, "Branches": [
        {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 1, "End": True}}},
        {"StartAt": "Quick", "States": {"Quick": {"Type": "Pass", "Next": "Then"}, "Then": {"Type": "Pass", "End": True}}}]}}})
    finished(sfn, arn, "origin")
    page.goto(run_path("both", "origin", state="Then"))
    page.click("#fork")
    page.fill("#fork-input", "[7]")
    page.click("#fork-start")
    page.see("#run-origin", "Forked from origin")
    page.see("#run-status", "Succeeded")
    sees_status(page, "Pause", "succeeded")
    sees_status(page, "Then", "succeeded")
    newest = sfn.list_executions(stateMachineArn=arn)["executions"][0]["executionArn"]
    assert json.loads(sfn.describe_execution(executionArn=newest)["output"]) == [{}, [7]]


def forks_children(page, sfn):
    """A child of a Map Run is forked outside of it: the new run is one of the machine, and its definition is the item's states."""
    item = {"StartAt": "Take", "States": {"Take": {"Type": "Pass", "Next": "Give"}, "Give": {"Type": "Pass", "End": True}}}
    arn = machine(sfn, "each", {"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Items", "End": True,
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, **item}}}})
    origin = finished(sfn, arn, "origin", [5])["executionArn"]
    run = sfn.list_map_runs(executionArn=origin)["mapRuns"][0]["mapRunArn"]
    child = sfn.list_executions(mapRunArn=run)["executions"][0]
    page.goto(run_path("each/Items", child["name"], state="Give"))
    page.click("#fork")
    page.see("dialog[open]", "child of a map run")
    page.fill("#fork-input", "[7]")
    page.fill("#fork-name", "outside")
    page.click("#fork-start")
    page.see("h1", "outside")
    page.see("#run-status", "Succeeded")
    page.see("#run-origin", f"Forked from {child['name']}")
    sees_status(page, "Take", "succeeded")
    forked = EXECUTION.replace("StockTrading", "each").format("outside")
    assert json.loads(sfn.describe_execution(executionArn=forked)["output"]) == [7]
    assert json.loads(sfn.describe_state_machine_for_execution(executionArn=forked)["definition"]) == item
    assert sfn.describe_map_run(mapRunArn=run)["executionCounts"]["total"] == 1


def forks_express(page, sfn):
    """EXPRESS runs that ended lately are listed, shown and forked; AWS's actions know nothing of them, as on AWS."""
    definition = {"StartAt": "Take", "States": {"Take": {"Type": "Pass", "Next": "Give"}, "Give": {"Type": "Pass", "End": True}}}
    arn = sfn.create_state_machine(name="quick", type="EXPRESS", definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
    origin = sfn.start_sync_execution(stateMachineArn=arn, name="origin", input="[5]")["executionArn"]
    sfn.start_execution(stateMachineArn=arn, name="other", input="[6]")
    page.goto("/machines/quick")
    page.see("#express-note", "EXPRESS")
    page.see("main", "other:")
    page.click(f'tr[data-run="origin:{origin.split(":")[-1]}"] a')
    page.see("h1", "origin:")
    page.see("#run-status", "Succeeded")
    page.click(node("Give"))
    page.click("#fork")
    page.fill("#fork-input", "[7]")
    page.fill("#fork-name", "forked")
    page.click("#fork-start")
    page.see("h1", "forked:")
    page.see("#run-status", "Succeeded")
    page.see("#run-origin", "Forked from origin")
    page.see("#pane-panel", "7")
    page.click("#run-origin a")
    page.see("h1", "origin:")
    page.see("#run-status", "Succeeded")
    assert page.count("#redrive:not([hidden])") == 0
    try:
        sfn.describe_execution(executionArn=origin)
        raise AssertionError("AWS describes no EXPRESS execution")
    except sfn.exceptions.ClientError as refusal:
        assert refusal.response["ResponseMetadata"]["HTTPStatusCode"] == 400


def edits_and_runs_again(page, sfn):
    """Check 18: the definition of a failed run is edited, and the run goes on from the failed state with the input it had."""
    arn = machine(sfn, "mend", {"StartAt": "Prepare", "States": {
        "Prepare": {"Type": "Pass", "Result": {"worked": "hard"}, "Next": "Finish"}, "Finish": {"Type": "Fail", "Error": "Not.Yet", "Cause": "mend me"}}})
    finished(sfn, arn, "bad")
    page.goto(run_path("mend", "bad", state="Finish"))
    page.click("#edit-here")
    page.see(".inspector h2", "Finish")
    page.click("#inspector-definition")
    page.see(".smalleditor pre", "Not.Yet")
    page.focus(".smalleditor textarea")
    page.run("document.activeElement.select()")
    page.type('{"Type": "Succeed"}')
    page.see(".problems .g", "No problems")
    page.click("#run-again")
    page.see("#run-status", "Succeeded")
    assert page.count(node("Prepare")) == 0
    page.see("#pane-panel", '"worked"')
    assert json.loads(sfn.describe_state_machine(stateMachineArn=arn)["definition"])["States"]["Finish"] == {"Type": "Succeed"}


def main():
    with Server() as server, Browser() as browser:
        sfn, page = server.client("stepfunctions"), browser.page(server.endpoint)
        stock = sample(server)
        waits(sfn, started(sfn, stock.machine, "first"), ASK)
        page.goto(run_path("StockTrading", "first", state=ASK))
        page.click("#approve")
        page.see("#run-status", "Succeeded")
        forks(page, sfn)
        forks_inside(page, sfn)
        forks_children(page, sfn)
        forks_express(page, sfn)
        edits_and_runs_again(page, sfn)
        page.quiet()


if __name__ == "__main__":
    main()
