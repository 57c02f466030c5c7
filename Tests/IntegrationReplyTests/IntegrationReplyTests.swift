import IntegrationReply
import JSONTree
import SNSIntegration
import SQSIntegration
import Testing

@testable import NewelPluginKit

@Suite struct IntegrationReplyTests {
    private let id = "0b1c2d3e-0000-4000-8000-123456789abc"

    @Test func aBodyThatIsNoTextIsSerialised() throws {
        let input = try SendMessageParameters.input([
            "QueueUrl": "u", "MessageBody": ["Input": ["a": 1], "TaskToken": "t"],
        ])
        #expect(input["MessageBody"] == #"{"Input":{"a":1},"TaskToken":"t"}"#)
        #expect(try SendMessageParameters.input(["QueueUrl": "u", "MessageBody": "text"])["MessageBody"] == "text")
        #expect(try SendMessageParameters.input(["QueueUrl": "u", "MessageBody": nil])["MessageBody"] == .null)
    }

    @Test func unknownParametersAreRefused() {
        #expect(throws: PluginError.self) {
            try PublishParameters.input(["TopicArn": "t", "Message": "m", "Nonsense": 1])
        }
    }

    @Test func aSentMessageIsShownWithTheReplyOfTheSDK() {
        let output: JSON = [
            "MD5OfMessageBody": .string(String(repeating: "0", count: 32)), "MessageId": .string(id),
            "$metadata": ["requestId": .string(id), "status": 200, "headers": []],
        ]
        let reply = SendMessageParameters.reply(output, now: 1_713_421_621_000_000_000)
        #expect(reply.objectValue?.keys == ["MD5OfMessageBody", "MessageId", "SdkHttpMetadata", "SdkResponseMetadata"])
        #expect(
            reply["SdkHttpMetadata"] == [
                "AllHttpHeaders": [
                    "x-amzn-RequestId": [.string(id)], "connection": ["keep-alive"], "Content-Length": ["106"],
                    "Date": ["Thu, 18 Apr 2024 06:27:01 GMT"], "Content-Type": ["application/x-amz-json-1.0"],
                ],
                "HttpHeaders": [
                    "x-amzn-RequestId": .string(id), "connection": "keep-alive", "Content-Length": "106",
                    "Date": "Thu, 18 Apr 2024 06:27:01 GMT", "Content-Type": "application/x-amz-json-1.0",
                ],
                "HttpStatusCode": 200,
            ])
        #expect(reply["SdkResponseMetadata"] == ["RequestId": .string(id)])
    }

    @Test(arguments: [(sequenceNumber: nil, length: "294"), (sequenceNumber: "10000000000000003000", length: "352")])
    func thePublishReplyHasTheLengthOfAWSXML(sequenceNumber: String?, length: String) {
        var output = JSONObject([("MessageId", .string(id)), ("$metadata", ["requestId": .string(id), "status": 200])])
        if let sequenceNumber { output["SequenceNumber"] = .string(sequenceNumber) }
        let reply = PublishParameters.reply(.object(output), now: 0)
        #expect(reply["SdkHttpMetadata"]?["HttpHeaders"]?["Content-Length"] == .string(length))
        #expect(reply["SdkHttpMetadata"]?["HttpHeaders"]?["Date"] == "Thu, 01 Jan 1970 00:00:00 GMT")
    }

    @Test func errorsCarryTheNamesAndCausesOfTheSDK() {
        var error = APIError(status: 0)
        (error.code, error.message, error.status, error.requestID) = (
            "MissingParameter", "The request must contain the parameter MessageBody.", 400, id
        )
        #expect(
            SendMessageParameters.failure(error)
                == PluginError(
                    "SQS.AmazonSQSException",
                    "The request must contain the parameter MessageBody. (Service: AmazonSQS; Status Code: 400; "
                        + "Error Code: MissingParameter; Request ID: \(id); Proxy: null)"))
        (error.code, error.message) = ("QueueDoesNotExist", "The specified queue does not exist.")
        #expect(SendMessageParameters.failure(error).type == "SQS.QueueDoesNotExistException")
        (error.code, error.message, error.status) = ("NotFound", "Topic does not exist", 404)
        #expect(
            PublishParameters.failure(error)
                == PluginError(
                    "SNS.NotFoundException",
                    "Topic does not exist (Service: AmazonSNS; Status Code: 404; Error Code: NotFound; Request ID: \(id); Proxy: null)"
                ))
    }
}
