"""Keys, and machines and activities encrypted under them, through boto3: nothing readable on disk, locked keys, `kill -9`."""
import json
import os
import stat

from newel import Server, ended, history, refused, wait_for, well_formed

ROLE = "arn:aws:iam::000000000000:role/r"
WORD = "xylophone-of-the-deep"
ALIAS = "alias/machines"


def own(key, **more):
    return {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyId": key, **more}


def files_holding(server, text):
    """The files of the data folder that hold a text, whatever they are for."""
    found = []
    for folder, _, names in os.walk(server.data):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                if text.encode() in file.read():
                    found.append(os.path.relpath(path, server.data))
    return found


def waiting_machine(sfn, name, activity, **more):
    """Passes its input on, waits for a worker, then repeats what both said."""
    definition = {"Comment": f"definition {WORD}", "StartAt": "First", "States": {
        "First": {"Type": "Pass", "Next": "Work"},
        "Work": {"Type": "Task", "Resource": activity, "ResultPath": "$.answer", "Next": "Last"},
        "Last": {"Type": "Pass", "End": True}}}
    return sfn.create_state_machine(name=name, definition=json.dumps(definition), roleArn=ROLE, **more)["stateMachineArn"]


def keys(server):
    kms = server.client("kms")
    key = kms.create_key(Description="of machines", Tags=[{"TagKey": "a", "TagValue": "b"}])["KeyMetadata"]
    assert (key["KeyState"], key["Enabled"], key["KeySpec"]) == ("Enabled", True, "SYMMETRIC_DEFAULT"), key
    kms.create_alias(AliasName=ALIAS, TargetKeyId=key["KeyId"])
    assert kms.describe_key(KeyId=ALIAS)["KeyMetadata"]["Arn"] == key["Arn"]
    blob = kms.encrypt(KeyId=ALIAS, Plaintext=b"secret", EncryptionContext={"a": "b"})["CiphertextBlob"]
    assert kms.decrypt(CiphertextBlob=blob, EncryptionContext={"a": "b"})["Plaintext"] == b"secret"
    refused("InvalidCiphertextException", kms.decrypt, CiphertextBlob=blob)
    refused("InvalidCiphertextException", kms.decrypt, CiphertextBlob=b"nonsense", EncryptionContext={"a": "b"})
    refused("NotFoundException", kms.describe_key, KeyId="alias/none")
    refused("ValidationException", kms.encrypt, KeyId=ALIAS, Plaintext=b"x" * 4097)
    made = kms.generate_data_key(KeyId=ALIAS, KeySpec="AES_256")
    assert kms.decrypt(CiphertextBlob=made["CiphertextBlob"])["Plaintext"] == made["Plaintext"] and len(made["Plaintext"]) == 32
    assert len(kms.generate_random(NumberOfBytes=16)["Plaintext"]) == 16
    assert [k["KeyArn"] for k in kms.list_keys()["Keys"]] == [key["Arn"]]
    assert [a["AliasName"] for a in kms.list_aliases(KeyId=key["KeyId"])["Aliases"]] == [ALIAS]
    assert kms.list_resource_tags(KeyId=key["KeyId"])["Tags"] == [{"TagKey": "a", "TagValue": "b"}]
    assert "kms:*" in kms.get_key_policy(KeyId=key["KeyId"], PolicyName="default")["Policy"]
    path = os.path.join(server.data, "keys", key["KeyId"])
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600 and stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    return key["KeyId"]


def tasks_of_kms(server, key):
    """`aws-sdk:kms` in a state."""
    sfn = server.client("stepfunctions")
    definition = {"StartAt": "Make", "States": {
        "Make": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:kms:generateDataKeyWithoutPlaintext",
                 "Parameters": {"KeyId": key, "KeySpec": "AES_256", "EncryptionContext": {"for": "a state"}}, "Next": "Open"},
        "Open": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:kms:decrypt",
                 "Parameters": {"CiphertextBlob.$": "$.CiphertextBlob", "EncryptionContext": {"for": "a state"}}, "Next": "Fail"},
        "Fail": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:kms:describeKey", "Parameters": {"KeyId": "alias/none"},
                 "Catch": [{"ErrorEquals": ["Kms.NotFoundException"], "Next": "Done"}], "End": True},
        "Done": {"Type": "Succeed"}}}
    arn = sfn.create_state_machine(name="kms", definition=json.dumps(definition), roleArn=ROLE)["stateMachineArn"]
    found = ended(sfn, sfn.start_execution(stateMachineArn=arn)["executionArn"])
    assert found["status"] == "SUCCEEDED" and "Kms.NotFoundException" in found["output"], found


def listen(server):
    """Events of executions go to a queue: those of a sealed one must not bring its data to the disk."""
    events, sqs = server.client("events"), server.client("sqs")
    queue = sqs.create_queue(QueueName="events")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    events.put_rule(Name="states", EventPattern=json.dumps({"source": ["aws.states"]}))
    events.put_targets(Rule="states", Targets=[{"Id": "queue", "Arn": arn}])


def sealed(server, key, is_sealed):
    """One machine with a worker: its definition, inputs, results and history are in no file, before and after `kill -9`."""
    sfn = server.client("stepfunctions")
    name = "sealed" if is_sealed else "open"
    word = f"{WORD}-{name}"
    more = {"encryptionConfiguration": own(ALIAS, kmsDataKeyReusePeriodSeconds=60)} if is_sealed else {}
    activity = sfn.create_activity(name=name, **({"encryptionConfiguration": own(key)} if is_sealed else {}))["activityArn"]
    machine = waiting_machine(sfn, name, activity, **more)
    if is_sealed:
        assert sfn.describe_state_machine(stateMachineArn=machine)["encryptionConfiguration"] == own(ALIAS, kmsDataKeyReusePeriodSeconds=60)
        assert sfn.describe_activity(activityArn=activity)["encryptionConfiguration"] == own(key, kmsDataKeyReusePeriodSeconds=300)
        assert files_holding(server, WORD) == []
    execution = sfn.start_execution(stateMachineArn=machine, input=json.dumps({"said": word}))["executionArn"]
    task = sfn.get_activity_task(activityArn=activity, workerName="w")
    assert json.loads(task["input"]) == {"said": word}, task
    assert (files_holding(server, word) == []) == is_sealed
    server.kill()
    assert (files_holding(server, word) == []) == is_sealed
    server.start()
    sfn = server.client("stepfunctions")
    sfn.send_task_success(taskToken=task["taskToken"], output=json.dumps(f"answer {word}"))
    found = ended(sfn, execution)
    assert found["status"] == "SUCCEEDED" and json.loads(found["output"])["answer"] == f"answer {word}", found
    events = history(sfn, execution)
    well_formed(events)
    assert word in json.dumps(events, default=str)
    assert WORD in sfn.describe_state_machine_for_execution(executionArn=execution)["definition"]
    server.stop()
    assert (files_holding(server, word) == []) == is_sealed
    server.start()
    return machine, execution, activity


def locked(server, key, machine, execution, activity):
    """A key that is disabled or waits for its deletion locks everything but metadata; enabled again, everything is there."""
    sfn, kms = server.client("stepfunctions"), server.client("kms")
    running = sfn.start_execution(stateMachineArn=machine, input=json.dumps({"said": WORD}))["executionArn"]
    task = sfn.get_activity_task(activityArn=activity)
    bystander = waiting_machine(sfn, "bystander", sfn.create_activity(name="bystander")["activityArn"])

    for state in ("DISABLED", "PENDING_DELETION"):
        if state == "DISABLED":
            kms.disable_key(KeyId=key)
        else:
            kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)
        for call, arguments in (
                (sfn.describe_state_machine, {"stateMachineArn": machine}), (sfn.start_execution, {"stateMachineArn": machine}),
                (sfn.describe_execution, {"executionArn": execution}), (sfn.get_execution_history, {"executionArn": execution}),
                (sfn.describe_state_machine_for_execution, {"executionArn": execution}), (sfn.stop_execution, {"executionArn": running}),
                (sfn.get_activity_task, {"activityArn": activity}),
                (sfn.send_task_success, {"taskToken": task["taskToken"], "output": "1"}),
                (sfn.send_task_failure, {"taskToken": task["taskToken"]})):
            try:
                answer = call(**arguments)
                raise AssertionError(f"refused expected, but {answer}")
            except sfn.exceptions.KmsInvalidStateException as error:
                assert error.response["kmsKeyState"] == state, error.response
        refused("InvalidEncryptionConfiguration", sfn.create_activity, name="late", encryptionConfiguration=own(key))
        refused("InvalidEncryptionConfiguration", sfn.update_state_machine, stateMachineArn=bystander, encryptionConfiguration=own(key))
        assert sfn.describe_state_machine(stateMachineArn=machine, includedData="METADATA_ONLY")["definition"] == "{}"
        found = sfn.describe_execution(executionArn=execution, includedData="METADATA_ONLY")
        assert found["status"] == "SUCCEEDED" and "input" not in found and found["outputDetails"] == {"included": False}, found
        assert sfn.describe_state_machine_for_execution(executionArn=execution, includedData="METADATA_ONLY")["definition"] == "{}"
        assert len(sfn.list_executions(stateMachineArn=machine)["executions"]) == 2
        sfn.describe_activity(activityArn=activity)
        assert sfn.describe_state_machine(stateMachineArn=bystander)["status"] == "ACTIVE"
        if state == "PENDING_DELETION":
            kms.cancel_key_deletion(KeyId=key)
        # A process that starts while the key is locked cannot read what runs, and goes on when it can.
        server.kill()
        server.start()
        sfn, kms = server.client("stepfunctions"), server.client("kms")
        refused("KmsInvalidStateException", sfn.send_task_success, taskToken=task["taskToken"], output="1")
        assert sfn.describe_execution(executionArn=running, includedData="METADATA_ONLY")["status"] == "RUNNING"
        kms.enable_key(KeyId=key)
        assert sfn.describe_execution(executionArn=execution)["status"] == "SUCCEEDED"

    sfn.send_task_success(taskToken=task["taskToken"], output="1")
    assert ended(sfn, running)["status"] == "SUCCEEDED"


def lost(server, key, machine):
    """What runs while its key is locked fails, and can be redriven once the key is back."""
    sfn, kms = server.client("stepfunctions"), server.client("kms")
    definition = {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 2, "Next": "P"}, "P": {"Type": "Pass", "End": True}}}
    arn = sfn.create_state_machine(
        name="lost", definition=json.dumps(definition), roleArn=ROLE, encryptionConfiguration=own(key))["stateMachineArn"]
    execution = sfn.start_execution(stateMachineArn=arn)["executionArn"]
    kms.disable_key(KeyId=key)

    def failed():
        return sfn.describe_execution(executionArn=execution, includedData="METADATA_ONLY")["status"] == "FAILED"
    wait_for(failed, 15, "the failure of an execution without its key")
    kms.enable_key(KeyId=key)
    found = sfn.describe_execution(executionArn=execution)
    assert found["error"] == "States.Runtime" and "is disabled" in found["cause"], found
    assert history(sfn, execution)[-1]["type"] == "ExecutionFailed"
    sfn.redrive_execution(executionArn=execution)
    assert ended(sfn, execution)["status"] == "SUCCEEDED"


def express(server, key):
    """StartSyncExecution under a key, and without it."""
    sfn, kms = server.client("stepfunctions"), server.client("kms")
    definition = {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}
    arn = sfn.create_state_machine(
        name="express", type="EXPRESS", definition=json.dumps(definition), roleArn=ROLE, encryptionConfiguration=own(key))["stateMachineArn"]
    assert sfn.start_sync_execution(stateMachineArn=arn, input='{"a":1}')["output"] == '{"a":1}'
    kms.disable_key(KeyId=key)
    refused("KmsInvalidStateException", sfn.start_sync_execution, stateMachineArn=arn)
    refused("KmsInvalidStateException", sfn.start_execution, stateMachineArn=arn)
    kms.enable_key(KeyId=key)
    assert sfn.start_sync_execution(stateMachineArn=arn)["status"] == "SUCCEEDED"


def main():
    with Server() as server:
        key = keys(server)
        tasks_of_kms(server, key)
        listen(server)
        machine, execution, activity = sealed(server, key, True)
        locked(server, key, machine, execution, activity)
        lost(server, key, machine)
        express(server, key)
        sealed(server, key, False)
    print("keys and what is encrypted under them hold")


if __name__ == "__main__":
    main()
