"""Events of executions go to the log group of their machine, as its level says."""
import json

from newel import Server, ended, history, refused, wait_for


def machine(server, name, kind, level, data, *states):
    names = [f"S{number}" for number in range(len(states))]
    definition = {"StartAt": "S0", "States": {
        names[number]: {**state, **({} if state["Type"] == "Fail" else {"Next": names[number + 1]} if number + 1 < len(states) else {"End": True})}
        for number, state in enumerate(states)}}
    return server.client("stepfunctions").create_state_machine(
        name=name, type=kind, definition=json.dumps(definition), roleArn=f"arn:aws:iam::{server.account}:role/r",
        loggingConfiguration={"level": level, "includeExecutionData": data, "destinations": [{"cloudWatchLogsLogGroup": {
            "logGroupArn": f"arn:aws:logs:{server.region}:{server.account}:log-group:/aws/vendedlogs/states/{name}:*"}}]})["stateMachineArn"]


def logged(logs, name, count):
    def all_of_them():
        events = logs.filter_log_events(logGroupName=f"/aws/vendedlogs/states/{name}", logStreamNamePrefix="states/")["events"]
        return events if len(events) >= count else None
    return [json.loads(event["message"]) for event in wait_for(all_of_them, what=f"{count} messages of {name}")]


def main():
    with Server() as server:
        logs, sfn = server.client("logs"), server.client("stepfunctions")
        passing = {"Type": "Pass", "Result": {"a": 1}}
        for name in ("all", "bare", "errors", "fatal", "gone", "quick"):
            logs.create_log_group(logGroupName=f"/aws/vendedlogs/states/{name}")

        execution = sfn.start_execution(stateMachineArn=machine(server, "all", "STANDARD", "ALL", True, passing), input='{"n": 1}')["executionArn"]
        ended(sfn, execution)
        messages, events = logged(logs, "all", 4), history(sfn, execution)
        assert [m["type"] for m in messages] == [e["type"] for e in events]
        assert [int(m["id"]) for m in messages] == [e["id"] for e in events]
        assert messages[0]["details"]["input"] == '{"n": 1}' and messages[0]["execution_arn"] == execution, messages[0]
        assert messages[0]["redrive_count"] == "0" and int(messages[0]["event_timestamp"]) > 1_700_000_000_000
        first, stream = logs.describe_log_streams(logGroupName="/aws/vendedlogs/states/all")["logStreams"]
        assert first["logStreamName"].startswith("log_stream_created_by_aws") and stream["logStreamName"].startswith("states/all/"), stream

        ended(sfn, sfn.start_execution(stateMachineArn=machine(server, "bare", "STANDARD", "ALL", False, passing), input='{"n": 1}')["executionArn"])
        details = [message["details"] for message in logged(logs, "bare", 4)]
        assert not any(key in detail for detail in details for key in ("input", "output", "inputDetails", "outputDetails")), details

        failing = [passing, {"Type": "Fail", "Error": "Boom"}]
        for name, level, expected in (("errors", "ERROR", ["FailStateEntered", "ExecutionFailed"]), ("fatal", "FATAL", ["ExecutionFailed"])):
            ended(sfn, sfn.start_execution(stateMachineArn=machine(server, name, "STANDARD", level, False, *failing))["executionArn"])
            assert [message["type"] for message in logged(logs, name, len(expected))] == expected

        # EXPRESS executions have no other history.
        quick = machine(server, "quick", "EXPRESS", "ALL", True, passing)
        assert sfn.start_sync_execution(stateMachineArn=quick)["status"] == "SUCCEEDED"
        assert [message["type"] for message in logged(logs, "quick", 4)] == ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]

        # Children of a Map Run log to the group of the machine their parent runs.
        for kind in ("STANDARD", "EXPRESS"):
            logs.create_log_group(logGroupName=f"/aws/vendedlogs/states/map-{kind}")
            state = {"Type": "Map", "Label": "Each", "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}}}
            execution = sfn.start_execution(stateMachineArn=machine(server, f"map-{kind}", "STANDARD", "ALL", True, state), input="[1, 2]")["executionArn"]
            ended(sfn, execution)
            by_execution = {}
            for message in logged(logs, f"map-{kind}", 8 + 2 * 4):
                by_execution.setdefault(message["execution_arn"], []).append(message["type"])
            run = sfn.list_map_runs(executionArn=execution)["mapRuns"][0]["mapRunArn"]
            children = [child["executionArn"] for child in sfn.list_executions(mapRunArn=run)["executions"]]
            assert set(by_execution) == {execution, *children} and len(children) == 2, by_execution
            assert by_execution.pop(execution) == [event["type"] for event in history(sfn, execution)]
            for types in by_execution.values():
                assert types == ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"], types
            streams = {stream["logStreamName"] for stream in logs.describe_log_streams(logGroupName=f"/aws/vendedlogs/states/map-{kind}")["logStreams"]}
            assert any(name.startswith(f"states/map-{kind}/Each/") for name in streams), streams

        # A group that has gone does not come back, and nobody is held up.
        gone = machine(server, "gone", "STANDARD", "ALL", True, passing)
        logs.delete_log_group(logGroupName="/aws/vendedlogs/states/gone")
        assert ended(sfn, sfn.start_execution(stateMachineArn=gone)["executionArn"])["status"] == "SUCCEEDED"
        refused("ResourceNotFoundException", logs.filter_log_events, logGroupName="/aws/vendedlogs/states/gone")
        server.stop()
    print("executions are logged")


main()
