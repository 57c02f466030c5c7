"""HTTP tasks ask the role of their machine: for the endpoint and the method, for the connection, and for the secret AWS keeps for it."""
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from newel import Server, ended, history

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
SEEN = []


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        SEEN.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *_):
        pass


class World:
    def __init__(self, server, url):
        self.server, self.url = server, url
        self.iam, self.sfn, events = (server.client(name) for name in ("iam", "stepfunctions", "events"))
        made = events.create_connection(Name="other", AuthorizationType="API_KEY", AuthParameters={
            "ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "k"}})
        self.connection = made["ConnectionArn"]
        self.secret = events.describe_connection(Name="other")["SecretArn"]
        assert self.secret.startswith(f"arn:aws:secretsmanager:us-east-1:000000000000:secret:events!connection/other/"), self.secret
        self.role = self.iam.create_role(RoleName="caller", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
        self.state = {"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {
            "ApiEndpoint": f"{url}/orders", "Method": "GET", "InvocationConfig": {"ConnectionArn": self.connection}}}
        definition = {"StartAt": "Call", "States": {
            "Call": {**self.state, "End": True, "Catch": [{"ErrorEquals": ["Events.ConnectionResource.AccessDenied"], "Next": "Caught"}]},
            "Caught": {"Type": "Pass", "End": True}}}
        self.machine = self.sfn.create_state_machine(name="calls", definition=json.dumps(definition), roleArn=self.role)["stateMachineArn"]

    def allow(self, *leaving_out, **conditions):
        """All that AWS asks for but some of it."""
        statements = [
            {"Action": "states:InvokeHTTPEndpoint", "Resource": self.machine, "Condition": {
                "StringEquals": {"states:HTTPMethod": conditions.get("method", "GET")},
                "StringLike": {"states:HTTPEndpoint": conditions.get("endpoint", f"{self.url}/*")}}},
            {"Action": "events:RetrieveConnectionCredentials", "Resource": self.connection},
            {"Action": ["secretsmanager:DescribeSecret"], "Resource": self.secret},
            {"Action": ["secretsmanager:GetSecretValue"], "Resource": "arn:*:secretsmanager:*:*:secret:events!connection/*"}]
        kept = [{"Effect": "Allow", **one} for index, one in enumerate(statements) if index not in leaving_out]
        self.iam.put_role_policy(RoleName="caller", PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": kept}))

    def run(self):
        SEEN.clear()
        execution = self.sfn.start_execution(stateMachineArn=self.machine)["executionArn"]
        return ended(self.sfn, execution), history(self.sfn, execution)


def main():
    elsewhere = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=elsewhere.serve_forever, daemon=True).start()
    with Server() as server:
        world = World(server, f"http://127.0.0.1:{elsewhere.server_address[1]}")
        world.allow()
        run, _ = world.run()
        assert json.loads(run["output"])["ResponseBody"] == "ok" and SEEN == ["/orders"], (run, SEEN)
        for allowed in ({"method": "POST"}, {"endpoint": f"{world.url}/other*"}, None):
            world.allow(**allowed) if allowed else world.allow(0)
            run, _ = world.run()
            assert run["status"] == "FAILED" and run["error"] == "States.Permissions" and not SEEN, (run, SEEN)
            assert run["cause"] == (
                f"AWS Step Functions is not authorized to perform states:InvokeHTTPEndpoint on API Endpoint {world.url}/orders. Ensure that the "
                "StateMachine role contains the states:InvokeHTTPEndpoint permission for the given API Endpoint"), run
        for missing, action in ((1, "events:RetrieveConnectionCredentials"), (2, "secretsmanager:DescribeSecret"), (3, "secretsmanager:GetSecretValue")):
            world.allow(missing)
            run, events = world.run()
            assert run["status"] == "SUCCEEDED" and not SEEN, (run, SEEN)
            [failed] = [e["taskFailedEventDetails"] for e in events if e["type"] == "TaskFailed"]
            assert failed["error"] == "Events.ConnectionResource.AccessDenied", failed
            assert f"is not authorized to perform: {action} on resource: arn:aws:" in failed["cause"], failed
        # A state that is tested is asked no less; a role nobody made is let pass.
        test = dict(definition=json.dumps({**world.state, "End": True}), input="{}")
        answer = world.sfn.test_state(**test, roleArn=world.role)
        assert answer["status"] == "FAILED" and answer["error"] == "States.Permissions" and not SEEN, answer
        assert world.sfn.test_state(**test, roleArn="arn:aws:iam::000000000000:role/none")["status"] == "SUCCEEDED"
        assert SEEN == ["/orders"], SEEN
        server.stop()
    elsewhere.shutdown()


main()
print("HTTP tasks ask their role")
