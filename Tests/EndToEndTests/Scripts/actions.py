"""All actions of Step Functions through boto3 and `aws`: each succeeds, and each documented error that can arise is provoked; the script itself
reads from the API's model what there is to prove."""
import threading
import time
import traceback
import urllib.request

import botocore.session

import actions_executions
import actions_keys
import actions_machines
import actions_maps
import actions_tasks
import actions_versions
from actions_kit import Actions
from newel import Server

NO_THROTTLING = "the keys lie in the same process, which never has KMS wait"
CONCURRENT = "changes of one machine are decided one after the other: none finds another half done"
# Documented, and impossible here.
CANNOT_ARISE = {
    ("CreateStateMachine", "ConflictException"): CONCURRENT,
    ("UpdateStateMachine", "ConflictException"): CONCURRENT,
    ("UpdateStateMachineAlias", "ConflictException"): CONCURRENT,
    ("DeleteStateMachineAlias", "ConflictException"): CONCURRENT,
    ("DeleteStateMachineAlias", "ResourceNotFound"): "an alias that is not there is deleted without complaint, as observed on AWS",
    ("CreateStateMachine", "StateMachineTypeNotSupported"): "every type the API knows is supported; another one is a ValidationException",
    ("CreateStateMachineAlias", "InvalidName"): "what is no name of an alias breaks the model's pattern and is a ValidationException, as observed on AWS",
    **{(operation, "KmsThrottlingException"): NO_THROTTLING for operation in actions_keys.NEEDING},
}
GROUPS = (actions_machines, actions_versions, actions_executions, actions_tasks, actions_maps, actions_keys)
QUOTAS = {"state-machines": 4, "activities": 2, "versions": 2, "aliases": 1, "tags": 2, "open-executions": 2, "activity-workers": 1}


def quotas():
    """Lowered quotas, and a clock that stands until it is moved."""
    options = [text for name, value in QUOTAS.items() for text in ("--limit", f"{name}={value}")]
    with Server("--virtual-time", *options) as server:
        actions = Actions(server)
        actions_versions.prove_quotas(actions)
        actions, execution = actions_executions.prove_quotas(actions)
        actions_tasks.prove_quotas(actions)
        actions_machines.prove_quotas(actions)
        actions_executions.prove_periods(actions, execution, mover(server))
        server.stop()


def ends():
    """A key's end, on a clock that is moved to it, and the last redrive of a Map Run."""
    with Server("--virtual-time", "--limit", "map-run-redrives=1") as server:
        actions = Actions(server)
        actions_maps.prove_redrives(actions)
        actions_keys.prove_deletion(actions, mover(server))
        server.stop()


def mover(server):
    """Moves the clock of a server."""
    def move(seconds):
        request = urllib.request.Request(f"{server.endpoint}/_newel/time", f'{{"advance": {seconds}}}'.encode(), {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=30).close()
    return move


def everything(failures):
    """The groups beside one another, on one server."""
    with Server() as server:
        actions = Actions(server)
        alongside([(group.__name__, lambda group=group: group.prove(actions)) for group in GROUPS], failures)
        actions.finish()
        server.stop()


def alongside(parts, failures):
    def run(name, body):
        begun = time.monotonic()
        try:
            body()
        except BaseException:
            failures.append(name)
            traceback.print_exc()
        print(f"{name}: {time.monotonic() - begun:.1f} s", flush=True)
    threads = [threading.Thread(target=run, args=part) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def missing(model, ledger):
    """What the model documents and nobody has proved, and what is said to be impossible and is not."""
    gaps = []
    for operation in model.operation_names:
        for client in ("boto3", "aws"):
            if operation not in ledger.successes[client]:
                gaps.append(f"{operation} has not succeeded through {client}")
        if not any(operation == refused for refused, _ in ledger.refusals["aws"]):
            gaps.append(f"{operation} has not failed through aws")
        for shape in model.operation_model(operation).error_shapes:
            error = (operation, shape.name)
            if error in CANNOT_ARISE and error in ledger.refusals["boto3"]:
                gaps.append(f"{operation}: {shape.name} cannot arise, it says, but it has")
            elif error not in CANNOT_ARISE and error not in ledger.refusals["boto3"]:
                gaps.append(f"{operation}: {shape.name} has not been provoked")
    documented = {(operation, shape.name) for operation in model.operation_names for shape in model.operation_model(operation).error_shapes}
    return gaps + [f"{error} is not documented" for error in CANNOT_ARISE if error not in documented]


def main():
    failures = []
    alongside([("quotas", quotas), ("ends", ends), ("everything", lambda: everything(failures))], failures)
    assert not failures, failures
    model = botocore.session.get_session().get_service_model("stepfunctions")
    gaps = missing(model, Actions.ledger)
    assert not gaps, "\n".join(gaps)
    proved = Actions.ledger
    print(f"{len(model.operation_names)} actions; {len(proved.refusals['boto3'])} kinds of refusals through boto3, {len(proved.refusals['aws'])} through aws")


if __name__ == "__main__":
    main()
