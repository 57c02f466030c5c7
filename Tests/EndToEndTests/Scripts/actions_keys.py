"""Keys of the customer's own that cannot be used: each action that needs one says so, with the state the key is in, and goes on once it can be used."""
import json
import re

from actions_kit import ACCOUNT, PASS, ROLE
from newel import ended

MOST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*", "Resource": "*"}]}
DENIAL = {"Effect": "Deny", "Principal": "*", "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*"}
WORDS = {"DISABLED": "is disabled.", "PENDING_DELETION": "is pending deletion."}
# The actions that may need a key.
NEEDING = ("CreateActivity", "CreateStateMachine", "DescribeExecution", "DescribeStateMachine", "DescribeStateMachineForExecution", "GetActivityTask",
           "GetExecutionHistory", "SendTaskFailure", "SendTaskSuccess", "StartExecution", "StartSyncExecution", "StopExecution", "UpdateStateMachine")
MAKING = {"CreateStateMachine": "stateMachineArn creationDate", "CreateActivity": "activityArn creationDate", "UpdateStateMachine": "updateDate revisionId"}


class Sealed:
    """A machine of either type and an activity under a key, and an execution whose task a worker has."""

    def __init__(self, a, name):
        self.a, self.kms = a, a.server.client("kms")
        self.key = self.kms.create_key()["KeyMetadata"]["Arn"]
        self.own = {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": self.key}
        self.name = name
        self.activity = a.call("CreateActivity", name=name, encryptionConfiguration=self.own)["activityArn"]
        work = {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": self.activity, "End": True}}}
        self.machine = a.machine(name, json.dumps(work), encryptionConfiguration=self.own)
        self.express = a.machine(f"{name}-express", PASS, type="EXPRESS", encryptionConfiguration=self.own)
        self.plain = a.machine(f"{name}-plain")
        self.execution = a.call("StartExecution", stateMachineArn=self.machine)["executionArn"]
        self.token = a.call("GetActivityTask", activityArn=self.activity)["taskToken"]

    def reading(self):
        """The actions that need the key of what is there."""
        return {"StartExecution": {"stateMachineArn": self.machine}, "StartSyncExecution": {"stateMachineArn": self.express},
                "DescribeStateMachine": {"stateMachineArn": self.machine}, "DescribeStateMachineForExecution": {"executionArn": self.execution},
                "DescribeExecution": {"executionArn": self.execution}, "GetExecutionHistory": {"executionArn": self.execution},
                "StopExecution": {"executionArn": self.execution}, "GetActivityTask": {"activityArn": self.activity},
                "SendTaskSuccess": {"taskToken": self.token, "output": "1"}, "SendTaskFailure": {"taskToken": self.token}}

    def making(self):
        """Those that bring a key."""
        return {"CreateStateMachine": {"name": f"{self.name}-late", "definition": PASS, "roleArn": ROLE, "encryptionConfiguration": self.own},
                "CreateActivity": {"name": f"{self.name}-late", "encryptionConfiguration": self.own},
                "UpdateStateMachine": {"stateMachineArn": self.plain, "encryptionConfiguration": self.own}}

    def refuses(self, operation, code, words, more):
        """In boto3 and in the command line; the members of the error."""
        found = self.a.refuses(operation, code, words, **more)
        # One after the other: whoever works beside this has few shells too.
        self.a.shell_refuses(operation, code, words, **more).result()
        return found

    def unusable(self, state, words):
        """Each action refuses; nothing has changed."""
        for operation, more in self.reading().items():
            found = self.refuses(operation, "KmsInvalidStateException", words, more)
            assert found.get("kmsKeyState") == state, found
        for operation, more in self.making().items():
            self.a.refuses(operation, "InvalidEncryptionConfiguration", f"Invalid Encryption Configuration: {words}", **more)
        assert self.metadata()["status"] == "RUNNING"

    def denied(self, words):
        for operation, more in {**self.reading(), **self.making()}.items():
            self.refuses(operation, "KmsAccessDeniedException", words, more)
        assert self.metadata()["status"] == "RUNNING"

    def metadata(self):
        return self.a.call("DescribeExecution", executionArn=self.execution, includedData="METADATA_ONLY")

    def usable(self):
        """All of it again, and what was refused before."""
        a = self.a
        assert a.call("StartSyncExecution", stateMachineArn=self.express)["status"] == "SUCCEEDED"
        for operation, more in self.making().items():
            a.gives(operation, MAKING[operation], **more)
        a.call("SendTaskSuccess", taskToken=self.token, output='"done"')
        assert ended(a.client, self.execution)["output"] == '"done"'


def states(a):
    """Disabled, waiting for its deletion, not to be used by its policy."""
    sealed = Sealed(a, "locked")
    kms, key = sealed.kms, sealed.key
    kms.disable_key(KeyId=key)
    sealed.unusable("DISABLED", f"{key} {WORDS['DISABLED']}")
    kms.enable_key(KeyId=key)
    kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
    sealed.unusable("PENDING_DELETION", f"{key} {WORDS['PENDING_DELETION']}")
    kms.cancel_key_deletion(KeyId=key)
    kms.enable_key(KeyId=key)
    kms.put_key_policy(KeyId=key, Policy=json.dumps({**MOST, "Statement": [*MOST["Statement"], DENIAL]}))
    sealed.denied(f"The key {key} may not be used: its policy does not allow it.")
    kms.put_key_policy(KeyId=key, Policy=json.dumps(MOST))
    sealed.usable()


def foreign(a):
    """The key of another account is used once its policy names this one; whether it is there is not told before."""
    kms = a.server.client("kms", account="111111111111")
    key = kms.create_key()["KeyMetadata"]["Arn"]
    absent = re.sub("key/.*", "key/00000000-0000-4000-8000-000000000000", key)
    for arn in (key, absent):
        a.refuses("CreateActivity", "KmsAccessDeniedException", f"The key {arn} may not be used: its policy does not allow it.", name="foreign",
                  encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": arn})
    both = {**MOST["Statement"][0], "Principal": {"AWS": [f"arn:aws:iam::{account}:root" for account in ("111111111111", ACCOUNT)]}}
    kms.put_key_policy(KeyId=key, Policy=json.dumps({**MOST, "Statement": [both]}))
    a.gives("CreateActivity", "activityArn creationDate", name="foreign", encryptionConfiguration={"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": key})


def prove(a):
    for part in (states, foreign):
        part(a)


def prove_deletion(a, move):
    """With the clock in our hand: a key that was deleted is in no state any more."""
    sealed = Sealed(a, "deleted")
    sealed.kms.schedule_key_deletion(KeyId=sealed.key, PendingWindowInDays=7)
    move(7 * 24 * 3600)
    # A sealed value knows the id of its key alone.
    gone = re.compile(f"The key ({re.escape(sealed.key)}|{sealed.key.rsplit('/', 1)[1]}) does not exist[.]")
    for operation, more in sealed.reading().items():
        found = sealed.refuses(operation, "KmsInvalidStateException", gone, more)
        assert "kmsKeyState" not in found, found
    assert sealed.metadata()["status"] == "RUNNING"
