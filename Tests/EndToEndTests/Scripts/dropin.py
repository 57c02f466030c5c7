"""A library dropped into a plugin folder is a function at once, in every account and region, under its own name and no other."""
import json
import os
import shutil
import tempfile
import time

from newel import PRODUCTS, Server, answering, compiled, ended, invoke, refused, single, wait_for

TEN_LINES = """#include <newel_plugin.h>
#include <newel_plugin_helpers.h>
static newel_status greet(newel_instance *i, const newel_host *h, const newel_invocation *v) {
    (void)i;
    return newel_complete_text(h, v, "{\\"greeting\\":\\"hello\\"}");
}
NEWEL_FUNCTION("Greet", greet)
"""


def main():
    plugins = tempfile.mkdtemp(prefix="newel-plugins-")
    assert len(TEN_LINES.splitlines()) <= 10
    with Server("--plugins", plugins) as server:
        functions = server.client("lambda")
        refused("ResourceNotFoundException", functions.invoke, FunctionName="Greet")
        compiled(plugins, "anything", TEN_LINES)
        # At once, and by the name in its descriptor: not the file's.
        answer, _ = invoke(functions, "Greet")
        assert answer == {"greeting": "hello"}, answer
        for name in ("anything", "libanything", "Gree", "Greet2", "greet", "MyGreet", "Greet-Function"):
            message = refused("ResourceNotFoundException", functions.invoke, FunctionName=name)
            assert message == f"Function not found: arn:aws:lambda:{server.region}:{server.account}:function:{name}:$LATEST", message

        # In any account and region.
        for account, region in (("111122223333", "eu-west-1"), ("999999999999", "ap-south-1")):
            server.account, server.region = account, region
            assert invoke(server.client("lambda"), "Greet")[0] == {"greeting": "hello"}
            assert invoke(server.client("lambda"), f"arn:aws:lambda:{region}:{account}:function:Greet")[0] == {"greeting": "hello"}
            resource = f"arn:aws:lambda:{region}:{account}:function:Greet"
            sfn = server.client("stepfunctions")
            execution = sfn.start_execution(stateMachineArn=single(server, {"Resource": resource}))["executionArn"]
            assert json.loads(ended(sfn, execution)["output"]) == {"greeting": "hello"}
        server.account, server.region = "000000000000", "us-east-1"

        # Readers see it.
        arn = f"arn:aws:lambda:{server.region}:{server.account}:function:Greet"
        found = functions.get_function(FunctionName="Greet")["Configuration"]
        assert (found["FunctionName"], found["FunctionArn"], found["State"]) == ("Greet", arn, "Active"), found
        names = [f["FunctionName"] for page in functions.get_paginator("list_functions").paginate() for f in page["Functions"]]
        assert "Greet" in names and "CheckStockPrice" in names and len(names) == len(set(names)), names
        refused("ResourceNotFoundException", functions.get_function, FunctionName="Gree")

        # Replaced: the next call runs the new build, and the log says so.
        for version in range(1, 4):
            compiled(plugins, "anything", answering("Greet", json.dumps({"version": version})))
            wait_for(lambda: invoke(functions, "Greet")[0] == {"version": version}, 5, f"version {version}")
        # Written in place, as `cp` does.
        fresh = compiled(tempfile.mkdtemp(prefix="newel-elsewhere-"), "anything", answering("Greet", '{"version": 4}'))
        with open(fresh, "rb") as new, open(os.path.join(plugins, "libanything.so"), "r+b") as old:
            old.write(new.read())
            old.truncate()
        wait_for(lambda: invoke(functions, "Greet")[0] == {"version": 4}, 5, "version 4")
        wait_for(lambda: "replaced" in server.said(), 5, "a line about the replaced plugin")

        # A broken one leaves the build before it in service.
        with open(os.path.join(plugins, "libanything.so"), "r+b") as file:
            file.truncate(1000)
        time.sleep(0.6)
        assert invoke(functions, "Greet")[0] == {"version": 4}

        # A made function wins over a dropped-in one of the same name, and only in its own place.
        compiled(plugins, "made", answering("Made", '"made"'))
        role = f"arn:aws:iam::{server.account}:role/r"
        functions.create_function(FunctionName="Greet", Role=role, PackageType="Image", Code={"ImageUri": "plugin://Made"})
        assert invoke(functions, "Greet")[0] == "made"
        server.region = "eu-west-1"
        assert invoke(server.client("lambda"), "Greet")[0] == {"version": 4}
        server.region = "us-east-1"
        names = [f["FunctionName"] for page in functions.get_paginator("list_functions").paginate() for f in page["Functions"]]
        assert names.count("Greet") == 1, names
        message = refused("ResourceConflictException", functions.create_function, FunctionName="Greet", Role=role, PackageType="Image", Code={"ImageUri": "plugin://Made"})
        assert message == "Function already exist: Greet", message
        functions.delete_function(FunctionName="Greet")
        assert invoke(functions, "Greet")[0] == {"version": 4}
        message = refused("InvalidParameterValueException", functions.create_function, FunctionName="X", Role=role, PackageType="Image", Code={"ImageUri": "plugin://Nobody"})
        assert "plugin://Nobody" in message, message

        # A folder with a manifest is a package: names, settings and limits come from it.
        package = os.path.join(plugins, "orders")
        os.makedirs(os.path.join(package, "lib"))
        compiled(os.path.join(package, "lib"), "orders", answering("process_order", '"done"'))
        manifest = {"manifestVersion": 1, "name": "orders", "version": "1.4.0", "abi": {"major": 1, "minMinor": 0},
                    "libraries": [{"os": "linux", "arch": os.uname().machine, "path": "lib/liborders.so"}],
                    "functions": [{"name": "ProcessOrder", "handler": "process_order", "timeoutSeconds": 5}]}
        with open(os.path.join(package, "plugin.json"), "w") as file:
            json.dump(manifest, file)
        wait_for(lambda: "ProcessOrder" in [f["FunctionName"] for f in functions.list_functions()["Functions"]], 5, "the package")
        assert invoke(functions, "ProcessOrder")[0] == "done"
        refused("ResourceNotFoundException", functions.invoke, FunctionName="process_order")

        # Gone is gone.
        os.remove(os.path.join(plugins, "libanything.so"))
        shutil.rmtree(package)

        def is_gone(name):
            return name not in [f["FunctionName"] for f in functions.list_functions()["Functions"]]
        wait_for(lambda: is_gone("Greet") and is_gone("ProcessOrder"), 30, "the removal")
        refused("ResourceNotFoundException", functions.invoke, FunctionName="Greet")
        server.stop()
    assert os.path.exists(os.path.join(PRODUCTS, "libCheckStockPrice.so"))
    print("dropped-in functions serve")


main()
