"""Activities and tasks that are answered from outside: CreateActivity, DescribeActivity, ListActivities, DeleteActivity, GetActivityTask,
SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat."""
import json
import re
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

from actions_kit import ACTIVITY, MACHINE, Actions, missing, no_prefix, too_long, too_short, wrong_type
from newel import ended

INVALID, OVER = "Invalid Token: 'Invalid token'", "Task Timed Out: 'Provided task does not exist anymore'"
ANSWERS = (("SendTaskSuccess", {"output": "1"}), ("SendTaskFailure", {}), ("SendTaskHeartbeat", {}))


def activities(a):
    create, members = "CreateActivity", "activityArn creationDate"
    made = a.gives(create, members, name="one", tags=[{"key": "k", "value": "v"}])
    assert made["activityArn"] == ACTIVITY + "one", made
    # Tags do not count for whether it is the same, and are not applied.
    assert a.gives(create, members, name="one", tags=[{"key": "other", "value": "w"}], encryptionConfiguration={"type": "AWS_OWNED_KEY"}) == made
    assert a.call("ListTagsForResource", resourceArn=ACTIVITY + "one")["tags"] == [{"key": "k", "value": "v"}]
    key = a.server.client("kms").create_key()["KeyMetadata"]["KeyId"]
    own = {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": key}
    a.refuses(create, "ActivityAlreadyExists", f"Activity Already Exists: '{ACTIVITY}one'", name="one", encryptionConfiguration=own)
    for encryption, words in (({"type": "CUSTOMER_MANAGED_KMS_KEY"}, "kmsKeyId must be specified for type CUSTOMER_MANAGED_KMS_KEY"),
                              ({"type": "AWS_OWNED_KEY", "kmsKeyId": "k"}, "kmsKeyId must not be specified for type AWS_OWNED_KEY")):
        a.refuses(create, "InvalidEncryptionConfiguration", f"Invalid Encryption Configuration: {words}", name="x", encryptionConfiguration=encryption)
    a.refuses(create, "TooManyTags", f"Too many tags: '{ACTIVITY}x'", name="x", tags=[{"key": f"k{n}", "value": ""} for n in range(51)])
    found = a.gives("DescribeActivity", "activityArn name creationDate encryptionConfiguration", activityArn=ACTIVITY + "one")
    assert found == {**made, "name": "one", "encryptionConfiguration": {"type": "AWS_OWNED_KEY"}}, found

    for n in range(3):
        a.call(create, name=f"page-{n}")
    listed = a.gives("ListActivities", "activities")["activities"]
    [item] = [x for x in listed if x["name"] == "one"]
    assert item == {**made, "name": "one"} and [x["name"] for x in listed] == sorted(x["name"] for x in listed), listed
    names = [x["name"] for x in a.pages("ListActivities", "activities", 2)]
    assert {"one", "page-0", "page-1", "page-2"} <= set(names) and len(names) == len(set(names)), names
    for name in ("token-a", "token-b"):
        a.machine(name)
    a.refuses_tokens("ListActivities", a.call("ListStateMachines", maxResults=1)["nextToken"])

    a.gives("DeleteActivity", "", activityArn=ACTIVITY + "page-0")
    a.gives("DeleteActivity", "", activityArn=ACTIVITY + "page-0")
    gone = f"Activity Does Not Exist: '{ACTIVITY}page-0'"
    for operation in ("DescribeActivity", "GetActivityTask"):
        a.refuses(operation, "ActivityDoesNotExist", gone, activityArn=ACTIVITY + "page-0")
        a.shell_refuses(operation, "ActivityDoesNotExist", gone, activityArn=ACTIVITY + "page-0")
    for operation in ("DescribeActivity", "GetActivityTask", "DeleteActivity"):
        a.refuses(operation, "InvalidArn", no_prefix("nonsense"), activityArn="nonsense")
        a.refuses(operation, "InvalidArn", wrong_type("stateMachine"), activityArn=MACHINE + "one")
        a.refuses(operation, "ValidationException", missing("activityArn"))
    a.refuses("GetActivityTask", "ValidationException", too_long("workerName", "w" * 81, 80), activityArn=ACTIVITY + "one", workerName="w" * 81)
    a.shell(create, members, name="by-shell", tags=[{"key": "k", "value": "v"}])
    a.shell_refuses(create, "InvalidName", "Invalid Name: 'a b'", name="a b")
    a.shell("DescribeActivity", "activityArn name creationDate encryptionConfiguration", activityArn=ACTIVITY + "one")
    a.shell("ListActivities", "activities")
    a.shell_refuses("ListActivities", "InvalidToken", INVALID, nextToken="nonsense")
    a.shell("DeleteActivity", activityArn=ACTIVITY + "page-1")
    a.shell_refuses("DeleteActivity", "InvalidArn", no_prefix("nonsense"), activityArn="nonsense")


def workplace(a, name, **fields):
    """An activity, and a machine that waits for its workers."""
    activity = a.call("CreateActivity", name=name)["activityArn"]
    state = {"Type": "Task", "Resource": activity, "End": True, **fields}
    return activity, a.machine(name, json.dumps({"StartAt": "A", "States": {"A": state}}))


def tasks(a):
    activity, machine = workplace(a, "work", HeartbeatSeconds=600)

    def start():
        return a.call("StartExecution", stateMachineArn=machine, input='{"n": 1}')["executionArn"]

    def task():
        taken = a.gives("GetActivityTask", "taskToken input", activityArn=activity, workerName="smith")
        assert taken["input"] == '{"n": 1}', taken
        return taken["taskToken"]
    execution = start()
    token = task()
    a.gives("SendTaskHeartbeat", "", taskToken=token)
    # A wrong output is refused and leaves the task open; a wrong token counts before a wrong output.
    for output in ("", "{", "[1,]", "{} {}"):
        a.refuses("SendTaskSuccess", "InvalidOutput", re.compile("Invalid Output: '.+'"), taskToken=token, output=output)
    a.refuses("SendTaskSuccess", "InvalidOutput",
              "Invalid Output: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'",
              taskToken=token, output="not JSON")
    a.refuses("SendTaskSuccess", "InvalidToken", INVALID, taskToken="nonsense", output="{")
    a.gives("SendTaskSuccess", "", taskToken=token, output='{"done": true}')
    assert ended(a.client, execution)["output"] == '{"done": true}'
    execution = start()
    failed = task()
    a.gives("SendTaskFailure", "", taskToken=failed, error="Bad", cause="worse")
    found = ended(a.client, execution)
    assert (found["status"], found["error"], found["cause"]) == ("FAILED", "Bad", "worse"), found
    execution = start()
    a.gives("SendTaskFailure", "", taskToken=task())
    found = ended(a.client, execution)
    assert found["status"] == "FAILED" and "error" not in found and "cause" not in found, found

    lost, empty = workplace(a, "lost")
    a.call("StartExecution", stateMachineArn=empty)
    orphan = a.gives("GetActivityTask", "taskToken input", activityArn=lost)["taskToken"]
    a.call("DeleteActivity", activityArn=lost)
    for operation, more in ANSWERS:
        for over in (token, failed):
            a.refuses(operation, "TaskTimedOut", OVER, taskToken=over, **more)
        # Sealed by another hand: the right form is not enough.
        for wrong in ("nonsense", token[:-8] + "AAAAAAA=", token[4:]):
            a.refuses(operation, "InvalidToken", INVALID, taskToken=wrong, **more)
        a.refuses(operation, "TaskDoesNotExist", "Task Does Not Exist: 'The activity does not exist'", taskToken=orphan, **more)
        a.refuses(operation, "ValidationException", missing("taskToken"), **more)
        a.refuses(operation, "ValidationException", too_short("taskToken", ""), taskToken="", **more)
        a.refuses(operation, "ValidationException", too_long("taskToken", "t" * 2049, 2048), taskToken="t" * 2049, **more)
        a.shell_refuses(operation, "TaskTimedOut", OVER, taskToken=token, **more)
    a.refuses("SendTaskSuccess", "ValidationException", missing("output"), taskToken=token)
    for member, most in (("error", 256), ("cause", 32768)):
        a.refuses("SendTaskFailure", "ValidationException",
                  f"1 validation error detected: Value at '{member}' failed to satisfy constraint: Member must have length less than or equal to {most}",
                  taskToken=token, **{member: "x" * (most + 1)})

    def by_shell():
        executions = [start(), start()]
        taken = a.shell("GetActivityTask", "taskToken input", activityArn=activity, workerName="smith").result()["taskToken"]
        a.shell("SendTaskHeartbeat", taskToken=taken).result()
        a.shell("SendTaskSuccess", taskToken=taken, output='{"by": "shell"}').result()
        a.shell("SendTaskFailure", taskToken=task(), error="Bad", cause="worse").result()
        assert {ended(a.client, execution)["status"] for execution in executions} == {"SUCCEEDED", "FAILED"}
    by_shell()


def tokens_of_integrations(a):
    """A token that an integration carried out of the machine is answered like an activity's."""
    sqs = a.server.client("sqs")
    queue = sqs.create_queue(QueueName="tokens")["QueueUrl"]
    state = {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": True,
             "Parameters": {"QueueUrl": queue, "MessageBody": {"token.$": "$$.Task.Token"}}}
    machine = a.machine("calls-back", json.dumps({"StartAt": "A", "States": {"A": state}}))
    execution = a.call("StartExecution", stateMachineArn=machine)["executionArn"]
    [message] = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=10)["Messages"]
    token = json.loads(message["Body"])["token"]
    other = Actions(a.server, account="111111111111")
    for operation, more in ANSWERS:
        other.refuses(operation, "InvalidToken", INVALID, taskToken=token, **more)
    a.gives("SendTaskHeartbeat", "", taskToken=token)
    a.gives("SendTaskSuccess", "", taskToken=token, output="[1]")
    assert ended(a.client, execution)["output"] == "[1]"


def prove(a):
    for part in (activities, tasks, tokens_of_integrations):
        part(a)


def prove_quotas(a):
    """On a server with room for two activities, and for one worker at each."""
    for name in ("one", "two"):
        a.call("CreateActivity", name=name)
    a.refuses("CreateActivity", "ActivityLimitExceeded", "Activity Limit Exceeded: '2'", name="three")
    a.gives("CreateActivity", "activityArn creationDate", name="one")
    arn = ACTIVITY + "one"
    with ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(a.call, "GetActivityTask", activityArn=arn) for _ in range(2)]
        [refused], [waiting] = wait(calls, timeout=30, return_when=FIRST_COMPLETED)
        assert isinstance(refused.exception(), a.client.exceptions.ActivityWorkerLimitExceeded), refused
        a.refuses("GetActivityTask", "ActivityWorkerLimitExceeded", f"Activity Worker Limit Exceeded: '{arn}'", activityArn=arn)
        # Without its activity nobody waits: sent away without a task, as after a minute in vain.
        a.call("DeleteActivity", activityArn=arn)
        assert "taskToken" not in waiting.result(20), waiting
    a.gives("CreateActivity", "activityArn creationDate", name="three")
