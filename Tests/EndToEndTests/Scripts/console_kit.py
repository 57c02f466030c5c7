"""What the scripts of the execution page and the Studio share: machines to look at, and words for what is on the screen."""
import json
import os
import re
from urllib.parse import quote

from newel import ROOT, Sample, ended, wait_for

ROLE = "arn:aws:iam::000000000000:role/console"
ASSETS = "/_newel/console/assets"


def sample(server):
    """The stock sample with nobody but the console to answer: its own definition, its functions, queue and topic, as the machine StockTrading."""
    text = open(os.path.join(ROOT, "Samples", "OrchestrateLambdaFunctions", "definition.asl.json"), encoding="utf-8").read()
    for name in set(re.findall(r"\$\{(\w+)\}", text)):
        if name.endswith("Lambda"):
            value = f"arn:aws:lambda:{server.region}:{server.account}:function:{name}"
        elif name.endswith("Sqs"):
            value = f"{server.endpoint}/{server.account}/{name}"
        else:
            value = f"arn:aws:sns:{server.region}:{server.account}:{name}"
        text = text.replace("${" + name + "}", value)
    return Sample(server, json.loads(text), polls=False)


def machine(sfn, name, definition):
    """A machine; the definition as a tree is laid out as people write it."""
    text = definition if isinstance(definition, str) else json.dumps(definition, indent=2, ensure_ascii=False)
    return sfn.create_state_machine(name=name, definition=text, roleArn=ROLE)["stateMachineArn"]


def started(sfn, arn, name, data=None):
    return sfn.start_execution(stateMachineArn=arn, name=name, input=json.dumps({} if data is None else data))["executionArn"]


def finished(sfn, arn, name, data=None):
    """A run that is over, and its description."""
    execution = started(sfn, arn, name, data)
    return ended(sfn, execution)


def run_path(name, execution, **query):
    path = f"/executions/{quote(name, safe='')}/{quote(execution, safe='')}"
    return path + ("?" + "&".join(f"{key}={quote(str(value), safe='')}" for key, value in query.items()) if query else "")


def status_of(page, name):
    """The status the graph gives a state."""
    return page.run(f"document.querySelector('.node[data-name={json.dumps(name)}]')?.dataset.st ?? null")


def sees_status(page, name, status):
    page.until(f"document.querySelector('.node[data-name=' + {json.dumps(json.dumps(name))} + ']')?.dataset.st === {json.dumps(status)}")


def node(name):
    """The selector of a state in the graph."""
    return f".node[data-name={json.dumps(name, ensure_ascii=False)}]"


def waits(sfn, execution, state):
    """Waits until a run stands in a state that waits for its token."""
    def is_there():
        events = sfn.get_execution_history(executionArn=execution, reverseOrder=True, maxResults=20)["events"]
        return events[0]["type"] in ("TaskSubmitted", "ActivityScheduled") and any(
            e.get("stateEnteredEventDetails", {}).get("name") == state for e in events)
    wait_for(is_there, what=f"{state} of {execution}")


# Whether boxes of the graph overlap that do not lie in one another, and how many states there are. In screen pixels.
OVERLAPS = """(() => {
  const boxes = [...document.querySelectorAll('svg.graph .node')].map(n => ({ id: n.dataset.id ?? n.dataset.pill, box: n.querySelector('.box').getBoundingClientRect() }));
  const isIn = (a, b) => a.id.startsWith(b.id + '\\u001f') || b.id.startsWith(a.id + '\\u001f');
  const found = [];
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach(b => {
    if (!isIn(a, b) && a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1) found.push([a.id, b.id]);
  }));
  return found; })()"""
