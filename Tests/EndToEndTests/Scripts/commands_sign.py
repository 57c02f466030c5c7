"""Commands that ask a server under --auth sigv4 sign with the keys an AWS client would find: of the variables, of a profile, of a session."""
import json
import os
import subprocess
import tempfile

import boto3

from newel import EXECUTABLE, Server, answering, compiled, invoke, wait_for

KEY, SECRET = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
TEMPLATE = """
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties: {QueueName: jobs}
"""


def profile(name, secret=SECRET):
    return f"[{name}]\naws_access_key_id = {KEY}\naws_secret_access_key = {secret}\n"


class Shell:
    """Runs commands in an environment that has nothing of ours but what is said."""

    def __init__(self, home):
        self.home = home

    def run(self, *words, **variables):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        return subprocess.run([EXECUTABLE, *words], capture_output=True, text=True, timeout=60, env={**environment, "HOME": self.home, **variables})

    def newel(self, *words, code=0, says="", **variables):
        ended = self.run(*words, **variables)
        assert ended.returncode == code and says in ended.stdout + ended.stderr, (words, variables, ended)
        return ended.stdout + ended.stderr


def pages(shell, server):
    """The pages of the server's own, with keys from everywhere."""
    ask = ("plugin", "list", "--endpoint", server.endpoint)
    told = shell.newel(*ask, code=1, says="Missing Authentication Token")
    assert "AWS_ACCESS_KEY_ID" in told and "AWS_PROFILE" in told, told
    keys = {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}
    shell.newel(*ask, says="Greet", **keys)
    shell.newel(*ask, code=1, says="signature", **{**keys, "AWS_SECRET_ACCESS_KEY": "another"})
    shell.newel(*ask, code=1, says="security token", **{**keys, "AWS_ACCESS_KEY_ID": "AKIAUNKNOWN"})

    os.mkdir(f"{shell.home}/.aws")
    with open(f"{shell.home}/.aws/credentials", "w") as file:
        file.write(profile("default") + "# another\n" + profile("wrong", "another"))
    with open(f"{shell.home}/.aws/config", "w") as file:
        file.write("[default]\nregion = eu-central-1\ns3 =\n  max_concurrent_requests = 2\n\n" + profile("profile work"))
    shell.newel(*ask, says="Greet")
    shell.newel(*ask, says="Greet", AWS_PROFILE="work")
    shell.newel(*ask, code=1, says="signature", AWS_PROFILE="wrong")
    shell.newel(*ask, says="Greet", AWS_PROFILE="wrong", **keys)
    shell.newel(*ask, code=2, says="The profile nobody", AWS_PROFILE="nobody")
    elsewhere = os.path.join(shell.home, "elsewhere")
    os.rename(f"{shell.home}/.aws/credentials", elsewhere)
    shell.newel(*ask, code=1, says="Missing Authentication Token")
    shell.newel(*ask, says="Greet", AWS_SHARED_CREDENTIALS_FILE=elsewhere)
    open(f"{shell.home}/.aws/credentials", "w").write("what is this\n")
    shell.newel(*ask, code=2, says=".aws/credentials:1: ")
    os.rename(elsewhere, f"{shell.home}/.aws/credentials")

    sts = boto3.client("sts", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=KEY, aws_secret_access_key=SECRET)
    session = sts.get_session_token()["Credentials"]
    temporary = {"AWS_ACCESS_KEY_ID": session["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": session["SecretAccessKey"]}
    shell.newel(*ask, says="Greet", **temporary, AWS_SESSION_TOKEN=session["SessionToken"])
    shell.newel(*ask, code=1, says="security token", **temporary)


def users(shell, server):
    """The pages of the server's own ask the policies of users: newel:ReadLogs, newel:ManagePlugins, newel:ReadBuilds, newel:MoveTime."""
    iam = boto3.client("iam", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=KEY, aws_secret_access_key=SECRET)
    keys = {}
    for name, action in (("low", "ssm:GetParameter"), ("high", "newel:*")):
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]}))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        keys[name] = {"AWS_ACCESS_KEY_ID": key["AccessKeyId"], "AWS_SECRET_ACCESS_KEY": key["SecretAccessKey"]}
    listing, log = ("plugin", "list", "--endpoint", server.endpoint), ("plugin", "logs", "Greet", "--port", server.endpoint.rsplit(":", 1)[1])
    shell.newel(*listing, code=1, says="newel:ManagePlugins", **keys["low"])
    shell.newel(*log, code=1, says="newel:ReadLogs", **keys["low"])
    shell.newel("plugin", "rollback", "Greet", "--endpoint", server.endpoint, code=1, says="newel:ManagePlugins", **keys["low"])
    shell.newel(*listing, says="Greet", **keys["high"])
    shell.newel(*log, says="REPORT", **keys["high"])


def commands(shell, server, plugins):
    """Each of the commands that ask a server."""
    port = server.endpoint.rsplit(":", 1)[1]
    functions = boto3.client("lambda", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=KEY, aws_secret_access_key=SECRET)
    assert invoke(functions, "Greet")[0] == 1
    wait_for(lambda: "REPORT" in shell.run("plugin", "logs", "Greet", "--port", port).stdout, what="the log")
    shell.newel("plugin", "logs", "Greet", "--endpoint", server.endpoint + "/", says="REPORT")
    shell.newel("plugin", "logs", "Greet", "--endpoint", "http://127.0.0.1:1", code=1, says="No server answers at http://127.0.0.1:1")
    shell.newel("plugin", "logs", "Greet", "--endpoint", server.endpoint, "--port", port, code=2, says="exclude each other")
    shell.newel("plugin", "logs", "Greet", "--port", port, code=1, says="signature", AWS_PROFILE="wrong")
    compiled(plugins, "greet", answering("Greet", "2"))
    wait_for(lambda: invoke(functions, "Greet")[0] == 2, what="the second build")
    shell.newel("plugin", "rollback", "Greet", "--endpoint", server.endpoint, code=1, says="signature", AWS_PROFILE="wrong")
    shell.newel("plugin", "rollback", "Greet", "--endpoint", server.endpoint, says="served")
    assert invoke(functions, "Greet")[0] == 1
    template = os.path.join(shell.home, "stack.yaml")
    open(template, "w").write(TEMPLATE)
    deploy = ("deploy", template, "--stack", "jobs", "--endpoint", server.endpoint, "--region", "us-east-1")
    shell.newel(*deploy, code=1, says="signature", AWS_PROFILE="wrong")
    shell.newel(*deploy)
    queues = boto3.client("sqs", endpoint_url=server.endpoint, region_name="us-east-1", aws_access_key_id=KEY, aws_secret_access_key=SECRET)
    assert queues.get_queue_url(QueueName="jobs")["QueueUrl"].endswith("/jobs")


def main():
    with tempfile.TemporaryDirectory() as folder:
        keys, plugins, home = (os.path.join(folder, name) for name in ("keys", "plugins", "home"))
        open(keys, "w").write(profile("default"))
        os.mkdir(plugins)
        os.mkdir(home)
        compiled(plugins, "greet", answering("Greet", "1"))
        with Server("--auth", "sigv4", "--credentials", keys, "--plugins", plugins) as server:
            pages(Shell(home), server)
            commands(Shell(home), server, plugins)
            users(Shell(home), server)


main()
