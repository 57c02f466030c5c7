"""Reserved concurrency: put, told, kept across a restart, and what is beyond it is throttled with its reason."""
import tempfile
import threading

from botocore.exceptions import ClientError

from newel import Server, compiled

SOURCE = """
#include <newel_plugin_helpers.h>
#include <time.h>
static newel_status slow(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    nanosleep(&(struct timespec){0, 700000000}, NULL);
    return h->complete(h->ctx, v->call, v->payload);
}
NEWEL_FUNCTION("Slow", slow)
"""


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error.response
    raise AssertionError(f"{code} was expected")


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    compiled(plugins, "slow", SOURCE)
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        for name in ("One", "Two"):
            functions.create_function(
                FunctionName=name, Role=f"arn:aws:iam::{server.account}:role/r", PackageType="Image", Timeout=10, Code={"ImageUri": "plugin://Slow"})
        assert "ReservedConcurrentExecutions" not in functions.get_function_concurrency(FunctionName="One")
        answer = functions.put_function_concurrency(FunctionName="One", ReservedConcurrentExecutions=1)
        assert answer["ReservedConcurrentExecutions"] == 1, answer
        assert functions.get_function(FunctionName="One")["Concurrency"] == {"ReservedConcurrentExecutions": 1}

        # One call at a time.
        ends = []

        def invoke():
            try:
                ends.append(functions.invoke(FunctionName="One", Payload=b"1")["Payload"].read())
            except ClientError as error:
                ends.append(error.response)
        threads = [threading.Thread(target=invoke) for _ in range(2)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        answers, throttles = [end for end in ends if end == b"1"], [end for end in ends if end != b"1"]
        assert len(answers) == 1 and len(throttles) == 1, ends
        assert throttles[0]["Error"]["Code"] == "TooManyRequestsException", throttles
        assert throttles[0]["Reason"] == "ReservedFunctionConcurrentInvocationLimitExceeded", throttles
        assert throttles[0]["ResponseMetadata"]["HTTPStatusCode"] == 429 and throttles[0]["Type"] == "User", throttles

        # None at all, though a worker is there.
        functions.put_function_concurrency(FunctionName="One", ReservedConcurrentExecutions=0)
        refused("TooManyRequestsException", functions.invoke, FunctionName="One", Payload=b"1")

        # 100 of the account's 1,000 stay for functions without.
        functions.put_function_concurrency(FunctionName="One", ReservedConcurrentExecutions=500)
        error = refused("InvalidParameterValueException", functions.put_function_concurrency, FunctionName="Two", ReservedConcurrentExecutions=401)
        assert "below its minimum value of [100]" in error["Error"]["Message"], error
        refused("ResourceNotFoundException", functions.put_function_concurrency, FunctionName="None", ReservedConcurrentExecutions=1)
        server.stop()

        server.start()
        functions = server.client("lambda")
        assert functions.get_function_concurrency(FunctionName="One")["ReservedConcurrentExecutions"] == 500
        functions.delete_function_concurrency(FunctionName="One")
        assert "ReservedConcurrentExecutions" not in functions.get_function_concurrency(FunctionName="One")
        server.stop()
    print("reserved concurrency holds")


main()
