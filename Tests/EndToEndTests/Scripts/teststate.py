"""TestState through boto3: real calls and mocks, what is shown at each level, what is refused and in which words."""
import json
import tempfile
import time

from newel import Server, answering, compiled, refused

ROLE = "arn:aws:iam::000000000000:role/r"


def state(**fields):
    return json.dumps({**fields, **({} if {"Next", "End"} & fields.keys() or fields["Type"] in ("Fail", "Succeed", "Choice") else {"End": True})})


def tested(sfn, definition, **members):
    answer = sfn.test_state(definition=definition, **members)
    answer.pop("ResponseMetadata")
    return answer


def levels(sfn):
    definition = state(Type="Pass", Parameters={"b.$": "$.a"}, Next="Elsewhere")
    brief = tested(sfn, definition, input='{"a": [1,  2]}')
    assert brief == {"output": '{"b":[1,2]}', "nextState": "Elsewhere", "status": "SUCCEEDED"}, brief
    full = tested(sfn, definition, input='{"a": [1,  2]}', inspectionLevel="DEBUG")
    shaped = '{"b":[1,2]}'
    assert full.pop("inspectionData") == {
        "input": '{"a": [1,  2]}', "afterInputPath": '{"a": [1,  2]}', "afterParameters": shaped, "afterResultSelector": shaped,
        "afterResultPath": shaped}, full
    assert full == brief
    jsonata = state(Type="Pass", QueryLanguage="JSONata", Assign={"n": "{% $m + 1 %}"}, Output="{% $m %}")
    seen = tested(sfn, jsonata, variables='{"m": 4}', inspectionLevel="TRACE")
    assert seen["output"] == "4" and set(seen["inspectionData"]) == {"input", "variables"}, seen
    assert json.loads(seen["inspectionData"]["variables"]) == {"m": 4, "n": 5}, seen
    failed = tested(sfn, state(Type="Fail", Error="Boom", Cause="bang"), inspectionLevel="DEBUG")
    assert failed == {"error": "Boom", "cause": "bang", "status": "FAILED", "inspectionData": {"input": "{}", "afterInputPath": "{}"}}, failed
    begun = time.monotonic()
    assert tested(sfn, state(Type="Wait", Seconds=1))["status"] == "SUCCEEDED"
    assert time.monotonic() - begun >= 1, "a Wait state waits"


def real_calls(server, sfn):
    functions, sqs = server.client("lambda"), server.client("sqs")
    functions.create_function(FunctionName="seven", Role=ROLE, PackageType="Image", Code={"ImageUri": "plugin://Seven"})
    arn = "arn:aws:lambda:us-east-1:000000000000:function:"
    answer = tested(sfn, state(Type="Task", Resource=arn + "seven", ResultPath="$.n"), roleArn=ROLE, input='{"a":1}', inspectionLevel="DEBUG")
    assert answer["output"] == '{"a":1,"n":7}' and answer["inspectionData"]["result"] == "7", answer
    caught = tested(
        sfn, state(Type="Task", Resource=arn + "none", Catch=[{"ErrorEquals": ["States.ALL"], "Next": "Rescue"}]), roleArn=ROLE, inspectionLevel="DEBUG")
    assert (caught["status"], caught["nextState"], caught["error"]) == ("CAUGHT_ERROR", "Rescue", "Lambda.ResourceNotFoundException"), caught
    assert caught["inspectionData"]["errorDetails"] == {"catchIndex": 0}, caught
    queue = sqs.create_queue(QueueName="q")["QueueUrl"]
    send = state(Type="Task", Resource="arn:aws:states:::sqs:sendMessage", Parameters={"QueueUrl": queue, "MessageBody": "hello"})
    sent = json.loads(tested(sfn, send, roleArn=ROLE)["output"])
    message = sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=5)["Messages"][0]
    assert message["Body"] == "hello" and message["MessageId"] == sent["MessageId"], (message, sent)
    # A mock calls nothing, and needs no role.
    mocked = tested(sfn, send, mock={"result": '{"MessageId": "m"}'})
    assert json.loads(mocked["output"]) == {"MessageId": "m"}, mocked
    assert "Messages" not in sqs.receive_message(QueueUrl=queue, WaitTimeSeconds=1)


def slow_calls(server, sfn):
    functions = server.client("lambda")
    functions.create_function(FunctionName="slow", Role=ROLE, Timeout=60, PackageType="Image", Code={"ImageUri": "plugin://Slow"})
    definition = state(
        Type="Task", Resource="arn:aws:lambda:us-east-1:000000000000:function:slow", TimeoutSeconds=1,
        Retry=[{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 3}])
    begun = time.monotonic()
    answer = tested(sfn, definition, roleArn=ROLE, inspectionLevel="TRACE")
    assert answer["status"] == "RETRIABLE" and answer["error"] == "States.Timeout", answer
    assert answer["inspectionData"]["errorDetails"] == {"retryIndex": 0, "retryBackoffIntervalSeconds": 3}, answer
    assert time.monotonic() - begun < 10, "the call ends with its time"


def refusals(sfn):
    def words(code, definition, **members):
        return refused(code, sfn.test_state, definition=definition, **members)

    task = state(Type="Task", Resource="arn:aws:states:::sns:publish", Parameters={"TopicArn": "t", "Message": "m"})
    inner = {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}}
    both = state(Type="Parallel", Branches=[inner, {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}])
    reading = state(Type="Task", Resource="arn:aws:states:::aws-sdk:sqs:receiveMessage", Parameters={"QueueUrl": "q"})
    assert words("ValidationException", task) == "RoleArn must be specified when testing a Task state"
    words("InvalidArn", task, roleArn="nonsense")
    assert words("ValidationException", task, mock={"result": '{"MessageId": []}'}) \
        == "Mock result schema validation error: Field 'MessageId' must be a string"
    assert words("ValidationException", reading, mock={"result": '{"Messages": [{"Body": 1}]}', "fieldValidationMode": "PRESENT"}) \
        == "Mock result schema validation error: Field 'Body' must be a string"
    assert tested(sfn, reading, mock={"result": '{"Messages": 1}', "fieldValidationMode": "NONE"})["output"] == '{"Messages": 1}'
    assert words("ValidationException", both, mock={"result": "[1]"}) \
        == "Mocked result must contain the same number of items as number of Parallel branches."
    assert words("InvalidDefinition", both).startswith("TestState API does not support Map or Parallel states.")
    assert words("ValidationException", state(Type="Wait", Seconds=1), mock={"result": "1"}) \
        == "State type 'Wait' is not supported when a mock is specified"
    assert words("ValidationException", task, mock={"result": "{}"}, revealSecrets=True) \
        == "TestState does not support RevealSecrets when a mock is specified."
    assert words("ValidationException", task, mock={"result": "{}"}, context='{"Task": {"Tocken": "t"}}') \
        == "Invalid Context object provided: Field 'Tocken' is not allowed"
    machine = json.dumps({"StartAt": "P", "States": {"P": json.loads(both)}})
    assert words("ValidationException", machine, stateName="Q") == "State not found in definition"
    assert tested(sfn, machine, stateName="B", input="3")["output"] == "3"
    assert "SCHEMA_VALIDATION_FAILED" in words("InvalidDefinition", '{"Type": "Pass"}')
    words("InvalidDefinition", "{")
    words("InvalidExecutionInput", state(Type="Pass"), input="{")


with tempfile.TemporaryDirectory(prefix="newel-plugins-") as folder:
    compiled(folder, "Seven", answering("Seven", "7"))
    compiled(folder, "Slow", answering("Slow", "1").replace("(void)i;", "(void)i; sleep(30);").replace("#include", "#include <unistd.h>\n#include", 1))
    with Server("--plugins", folder) as server:
        client = server.client("stepfunctions")
        levels(client)
        real_calls(server, client)
        slow_calls(server, client)
        refusals(client)
        server.stop()
