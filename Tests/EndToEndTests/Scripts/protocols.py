"""RPC v2 CBOR for every service that speaks JSON, with botocore's own reader and writer of it, and packed bodies."""
import datetime
import gzip
import http.client
import json

import botocore.session
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

from newel import Server, ended

ROLE = "arn:aws:iam::000000000000:role/r"
AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=test/20261126/us-east-1/any/aws4_request, SignedHeaders=host, Signature=0"


class CBOR:
    """A client of one service, as the newest SDKs are."""

    def __init__(self, server, service):
        self.address = server.endpoint.split("//")[1]
        self.model = botocore.session.get_session().get_service_model(service)
        # The name in the path is that of the service's shape, which is its target prefix.
        self.name = self.model.metadata["targetPrefix"]
        self.serializer, self.parser = create_serializer("smithy-rpc-v2-cbor"), create_parser("smithy-rpc-v2-cbor")

    def __call__(self, action, **arguments):
        operation = self.model.operation_model(action)
        sent = self.serializer.serialize_to_request(arguments, operation)
        body, headers = sent["body"], {**dict(sent["headers"]), "Authorization": AUTHORIZATION}
        connection = http.client.HTTPConnection(self.address, timeout=30)
        connection.request("POST", f"/service/{self.name}/operation/{action}", body=bytes(body), headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        assert answer.headers["smithy-protocol"] == "rpc-v2-cbor", dict(answer.headers)
        assert answer.headers["content-type"] == "application/cbor", dict(answer.headers)
        parsed = self.parser.parse(
            {"status_code": answer.status, "headers": dict(answer.headers), "body": content}, operation.output_shape)
        connection.close()
        return parsed


def main():
    with Server() as server:
        sfn = CBOR(server, "stepfunctions")
        definition = json.dumps({"StartAt": "P", "States": {"P": {"Type": "Pass", "End": True}}})
        machine = sfn("CreateStateMachine", name="m", definition=definition, roleArn=ROLE)
        assert isinstance(machine["creationDate"], datetime.datetime), machine
        run = sfn("StartExecution", stateMachineArn=machine["stateMachineArn"], input='{"é": [1, 2.5]}')["executionArn"]
        ended(server.client("stepfunctions"), run)
        told = sfn("DescribeExecution", executionArn=run)
        assert told["status"] == "SUCCEEDED" and json.loads(told["output"]) == {"é": [1, 2.5]}, told
        plain = server.client("stepfunctions").get_execution_history(executionArn=run)["events"]
        assert sfn("GetExecutionHistory", executionArn=run)["events"] == plain
        missing = sfn("DescribeExecution", executionArn=run + "x")
        assert missing["Error"]["Code"] == "ExecutionDoesNotExist" and missing["ResponseMetadata"]["HTTPStatusCode"] == 400, missing
        assert sfn("StartExecution", stateMachineArn="no ARN")["Error"]["Code"] == "InvalidArn"
        sqs = CBOR(server, "sqs")
        url = sqs("CreateQueue", QueueName="q", Attributes={"VisibilityTimeout": "5"})["QueueUrl"]
        sqs("SendMessage", QueueUrl=url, MessageBody="m", MessageAttributes={"b": {"DataType": "Binary", "BinaryValue": b"\x00\xff"}})
        message = sqs("ReceiveMessage", QueueUrl=url, MessageAttributeNames=["All"])["Messages"][0]
        assert message["MessageAttributes"]["b"]["BinaryValue"] == b"\x00\xff", message
        kms = CBOR(server, "kms")
        key = kms("CreateKey")["KeyMetadata"]["KeyId"]
        sealed = kms("Encrypt", KeyId=key, Plaintext=b"\x01\x02secret")["CiphertextBlob"]
        assert isinstance(sealed, bytes) and kms("Decrypt", CiphertextBlob=sealed)["Plaintext"] == b"\x01\x02secret"
        assert CBOR(server, "logs")("DescribeLogGroups")["logGroups"] == []
        assert CBOR(server, "events")("ListRules")["Rules"] == []
        packed(server)


def packed(server):
    """A body in gzip is unpacked; one that is damaged, or grows beyond all bounds, is refused."""
    body = json.dumps({"name": "packed"}).encode()
    for content, status in ((gzip.compress(body), 200), (gzip.compress(body)[:-9], 400), (b"no gzip", 400),
                            (gzip.compress(bytes(1 << 25)), 400), (gzip.compress(body) + b"more", 400)):
        connection = http.client.HTTPConnection(server.endpoint.split("//")[1], timeout=30)
        connection.request("POST", "/", body=content, headers={
            "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "AWSStepFunctions.CreateActivity", "Content-Encoding": "gzip"})
        answer = connection.getresponse()
        said = answer.read()
        assert answer.status == status, (answer.status, said)
        connection.close()


main()
