"""What the scripts of the actions share: a client whose every answer is held against the API's own model, the `aws` command beside it, and the
ledger of what has been proved."""
import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor

from botocore import xform_name
from botocore.exceptions import ClientError

from actions_aws import AWS

ACCOUNT, REGION = "000000000000", "us-east-1"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/r"
STATES = f"arn:aws:states:{REGION}:{ACCOUNT}:"
MACHINE, ACTIVITY, EXECUTION, MAP_RUN = (STATES + kind + ":" for kind in ("stateMachine", "activity", "execution", "mapRun"))
PASS = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
FAIL = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "Boom", "Cause": "It went off"}}})
WAIT = json.dumps({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3600, "Next": "A"}, "A": {"Type": "Pass", "End": True}}})

# Errors every action may answer with. Source: API reference, "Common Errors".
COMMON = {"AccessDeniedException", "ValidationException"}
# Documented beside the error itself; everything else is a 400.
STATUS = {"ConflictException": 409, "ServiceQuotaExceededException": 402}
# API reference, GetActivityTask: "a taskToken with a null string" when there is no task.
NULLS = {("GetActivityTask", "taskToken")}
# Options that are not named like their members: `--output` is the command's own.
OPTIONS = {("SendTaskSuccess", "output"): "task-output"}


class Ledger:
    """What was proved, by whom; filled by threads."""

    def __init__(self):
        self.lock = threading.Lock()
        self.successes = {"boto3": set(), "aws": set()}
        self.refusals = {"boto3": set(), "aws": set()}

    def succeeded(self, client, operation):
        with self.lock:
            self.successes[client].add(operation)

    def refused(self, client, operation, code):
        with self.lock:
            self.refusals[client].add((operation, code))


class Actions:
    """The actions of one server, through boto3 and through the command line."""

    ledger = Ledger()

    def __init__(self, server, account=None):
        self.server = server
        self.client = server.client("stepfunctions", account=account, parameter_validation=False, max_pool_connections=50)
        self.client.meta.events.register("after-call.sfn", self._check)
        self.pool = ThreadPoolExecutor(3)
        self.shells = []
        self.aws = AWS(server)

    # boto3

    def call(self, operation, **arguments):
        return getattr(self.client, xform_name(operation))(**arguments)

    def gives(self, operation, members, **arguments):
        """Asserts success, and that the answer has exactly these members (a text with spaces); gives the answer."""
        answer = self.call(operation, **arguments)
        assert answer.pop("ResponseMetadata")["HTTPStatusCode"] == 200
        assert set(answer) == set(members.split()), f"{operation}: {sorted(set(answer) ^ set(members.split()))} too many or missing in {answer}"
        self.ledger.succeeded("boto3", operation)
        return answer

    def refuses(self, operation, code, message, reason=None, **arguments):
        """Asserts an error: its code, its status, its words, whole or as a compiled pattern."""
        try:
            answer = self.call(operation, **arguments)
        except ClientError as error:
            found = error.response
        else:
            raise AssertionError(f"{operation}: {code} expected, but {answer}")
        assert found["Error"]["Code"] == code, f"{operation}: {code} expected: {found}"
        assert found["ResponseMetadata"]["HTTPStatusCode"] == STATUS.get(code, 400), found
        assert says(message, found["Error"]["Message"]), f"{operation}: {message!r} expected: {found['Error']['Message']!r}"
        assert found.get("reason") == reason, f"{operation}: reason {reason} expected: {found}"
        self.ledger.refused("boto3", operation, code)
        return found

    def pages(self, operation, key, size, **arguments):
        """All items of a list in pages of a size; every page but the last is full."""
        items, token = [], None
        while True:
            answer = self.call(operation, maxResults=size, **arguments, **({"nextToken": token} if token else {}))
            token = answer.get("nextToken")
            assert len(answer[key]) == size if token else 0 <= len(answer[key]) <= size, f"{operation}: a page of {len(answer[key])}"
            items += answer[key]
            if not token:
                return items

    def refuses_tokens(self, operation, foreign, **arguments):
        """InvalidToken for what is no token, for one that was tampered with, and for the token of another list."""
        words = "Invalid Token: 'Invalid token'"
        for token in ("nonsense", foreign[:-4], foreign):
            self.refuses(operation, "InvalidToken", words, nextToken=token, **arguments)
        self.refuses(operation, "ValidationException", too_short("nextToken", ""), nextToken="", **arguments)
        self.refuses(operation, "ValidationException", too_large("maxResults", 1001, 1000), maxResults=1001, **arguments)
        self.refuses(operation, "ValidationException", too_small("maxResults", -1, 0), maxResults=-1, **arguments)

    def _check(self, http_response, model, **_):
        """Holds an answer against the model: no member it does not know, none missing, all of their types."""
        operation, body = model.name, json.loads(http_response.content or b"{}")
        headers = http_response.headers
        assert headers["Content-Type"] == "application/x-amz-json-1.0", headers
        assert re.fullmatch(r"[0-9a-f-]{36}", headers["x-amzn-RequestId"]), headers
        if http_response.status_code == 200:
            conforms(body, model.output_shape, operation)
            return
        code = body.pop("__type").rsplit("#", 1)[-1]
        known = {shape.name: shape for shape in model.error_shapes}
        assert code in known or code in COMMON, f"{operation} answers with {code}, which is not documented for it: {body}"
        if code in known:
            conforms(body, known[code], f"{operation}: {code}")

    # aws

    def shell(self, operation, members="", **arguments):
        """Success through the command line, beside everything else."""
        def prove():
            code, output, errors = self._run(operation, arguments)
            assert code == 0, f"aws {operation}: {errors}"
            answer = json.loads(output) if output.strip() else {}
            assert set(answer) == set(members.split()), f"aws {operation}: {answer}"
            self.ledger.succeeded("aws", operation)
            return answer
        return self._begin(prove)

    def shell_refuses(self, operation, code, message, **arguments):
        """An error through the command line: its words and the exit code of a service's error."""
        def prove():
            exit_code, output, errors = self._run(operation, arguments)
            # 254 of version 2 and newer versions 1, 255 before.
            assert exit_code in (254, 255), f"aws {operation}: exit code {exit_code}: {output}{errors}"
            said = re.search(r"An error occurred \((\w+)\) when calling the (\w+) operation: (.*)", errors, re.DOTALL)
            assert said and said[1] == code and said[2] == operation, f"aws {operation}: {code} expected: {errors}"
            # Newer versions print further members of the error below an empty line.
            assert says(message, said[3].strip().split("\n\n")[0]), f"aws {operation}: {message!r} expected: {said[3]!r}"
            self.ledger.refused("aws", operation, code)
        return self._begin(prove)

    def _begin(self, prove):
        future = self.pool.submit(prove)
        self.shells.append(future)
        return future

    def _run(self, operation, arguments):
        command = ["stepfunctions", xform_name(operation, "-")]
        for name, value in arguments.items():
            option = OPTIONS.get((operation, name), xform_name(name, "-"))
            if isinstance(value, bool):
                command.append(f"--{'' if value else 'no-'}{option}")
            else:
                command += [f"--{option}", value if isinstance(value, str) else json.dumps(value)]
        return self.aws.run(*command)

    def finish(self):
        """Waits for the command lines under way."""
        for future in self.shells:
            future.result()
        self.pool.shutdown()
        self.aws.close()

    # What many need

    def machine(self, name, definition=PASS, **members):
        return self.call("CreateStateMachine", name=name, definition=definition, roleArn=ROLE, **members)["stateMachineArn"]

    def deleting(self, name, **members):
        """A machine that is DELETING and stays so, because an execution of it waits."""
        arn = self.machine(name, WAIT, **members)
        self.call("StartExecution", stateMachineArn=arn)
        self.call("DeleteStateMachine", stateMachineArn=arn)
        return arn, f"State Machine is being deleted: '{arn}'"


def says(expected, words):
    return words == expected if isinstance(expected, str) else expected.fullmatch(words)


def problem(member, value, constraint):
    shown = "null" if value is None else f"'{value}'"
    return f"1 validation error detected: Value {shown} at '{member}' failed to satisfy constraint: {constraint}"


def too_long(member, value, most):
    return problem(member, value, f"Member must have length less than or equal to {most}")


def too_short(member, value, least=1):
    return problem(member, value, f"Member must have length greater than or equal to {least}")


def too_large(member, value, most):
    return problem(member, value, f"Member must have value less than or equal to {most}")


def too_small(member, value, least):
    return problem(member, value, f"Member must have value greater than or equal to {least}")


def missing(member):
    return problem(member, None, "Member must not be null")


def no_prefix(text):
    return f"Invalid Arn: 'Invalid ARN prefix: {text}'"


def wrong_type(kind):
    return f"Invalid Arn: 'Resource type not valid in this context: {kind}'"


def conforms(value, shape, path):
    """Asserts that a tree is what a shape of the model describes."""
    kind = shape.type_name if shape is not None else "structure"
    if kind == "structure":
        assert isinstance(value, dict), f"{path} is no object: {value!r}"
        members = shape.members if shape is not None else {}
        for name in shape.required_members if shape is not None else []:
            assert name in value, f"{path}.{name} is missing: {value}"
        for name, member in value.items():
            assert name in members, f"{path}.{name} is not in the model: {value}"
            if member is None and (path, name) in NULLS:
                continue
            conforms(member, members[name], f"{path}.{name}")
        return
    types = {"list": list, "map": dict, "string": str, "boolean": bool, "integer": int, "long": int, "float": (int, float),
             "double": (int, float), "timestamp": (int, float)}[kind]
    assert isinstance(value, types) and (kind == "boolean" or not isinstance(value, bool)), f"{path} is no {kind}: {value!r}"
    bounds = shape.metadata
    if kind == "list":
        for index, member in enumerate(value):
            conforms(member, shape.member, f"{path}[{index}]")
    elif kind == "map":
        for name, member in value.items():
            conforms(member, shape.value, f"{path}[{name!r}]")
    elif kind == "string":
        assert not shape.enum or value in shape.enum, f"{path} is none of {shape.enum}: {value!r}"
        assert bounds.get("min", 0) <= len(value) <= bounds.get("max", len(value)), f"{path} has {len(value)} characters"
    elif kind in ("integer", "long"):
        assert bounds.get("min", value) <= value <= bounds.get("max", value), f"{path} is {value}"
