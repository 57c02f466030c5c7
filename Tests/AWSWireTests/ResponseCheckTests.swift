import JSONTree
import Testing

@testable import AWSWire

/// Mocked results against the responses they stand for.
@Suite struct ResponseCheckTests {
    private func problem(
        _ service: String, _ action: String, _ result: String, isComplete: Bool = false, open: Set<String> = []
    ) throws -> String? {
        ResponseModels.problem(
            of: try JSON.parse(Array(result.utf8)), service: service, action: action, isComplete: isComplete, open: open
        )
    }

    @Test(arguments: [
        ("sqs", "sendMessage", #"{"MessageId":1}"#, "Field 'MessageId' must be a string"),
        ("dynamodb", "getItem", #"{"Item":{"k":{"S":5}}}"#, "Field 'S' must be a string"),
        ("dynamodb", "getItem", #"{"Item":[]}"#, "Field 'Item' must be an object"),
        ("dynamodb", "scan", #"{"Items":{}}"#, "Field 'Items' must be an array"),
        ("s3", "listObjectsV2", #"{"IsTruncated":"no"}"#, "Field 'IsTruncated' must be a boolean"),
        (
            "s3", "headObject", #"{"ServerSideEncryption":"rot13"}"#,
            "Field 'ServerSideEncryption' is not an expected value"
        ),
        ("kms", "generateDataKey", #"{"KeyId":""}"#, "Field 'KeyId' is smaller than the minimum length"),
        (
            "lambda", "getFunction", #"{"Configuration":{"Timeout":0}}"#,
            "Field 'Timeout' is less than the minimum value"
        ),
        ("sfn", "describeExecution", #"{"StartDate":1}"#, "Field 'StartDate' must be a string"),
    ])
    func whatIsThereMustBeAsTheModelSays(service: String, action: String, result: String, words: String) throws {
        #expect(try problem(service, action, result) == words)
    }

    @Test func whatIsRequiredMustBeThereWhenAllMust() throws {
        #expect(try problem("sfn", "startExecution", #"{"StartDate":"now"}"#) == nil)
        let words = try problem("sfn", "startExecution", #"{"StartDate":"now"}"#, isComplete: true)
        #expect(words == "Required field 'ExecutionArn' is missing")
    }

    @Test(arguments: [
        ("sqs", "sendMessage", #"{"Unheard":1}"#), ("sqs", "unheard", "7"), ("unheard", "of", "7"),
        ("rds", "describeDBInstances", #"{"DbInstances":[]}"#),
    ])
    func whatNoModelKnowsMayBeAnything(service: String, action: String, result: String) throws {
        #expect(try problem(service, action, result, isComplete: true) == nil)
    }

    @Test func openMembersMayBeAnything() throws {
        #expect(try problem("lambda", "invoke", #"{"Payload":{"a":1}}"#) != nil)
        #expect(try problem("lambda", "invoke", #"{"Payload":{"a":1}}"#, open: ["Payload"]) == nil)
    }

    @Test func namesAreThoseOfTheSDKForJava() throws {
        #expect(
            try problem("rds", "describeDBInstances", #"{"DbInstances":1}"#) == "Field 'DbInstances' must be an array")
        #expect(try problem("s3", "headObject", #"{"ETag":1}"#) == "Field 'ETag' must be a string")
    }
}
