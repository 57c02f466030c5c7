import IntegrationReply
import JSONTree
import NewelPluginKit

/// What the Task state says, as `SendMessage` understands it, and the answer as the Task state expects it.
///
/// Source: AWS Step Functions developer guide, "Send messages to an Amazon SQS queue with Step Functions"; outputs and causes as observed.
package enum SendMessageParameters {
    private static let known: Set<String> = [
        "DelaySeconds", "MessageAttributes", "MessageBody", "MessageDeduplicationId", "MessageGroupId", "QueueUrl",
    ]

    /// The action's input: a body that is no text is serialised.
    package static func input(_ parameters: JSON) throws(PluginError) -> JSON {
        var members = try IntegrationReply.checkParameters(parameters, known: known)
        IntegrationReply.serialise("MessageBody", in: &members)
        members["$metadata"] = true
        return .object(members)
    }

    /// The task's result.
    package static func reply(_ output: JSON, now: Int64) -> JSON {
        IntegrationReply.shape(
            output, contentType: "application/x-amz-json-1.0", contentLength: { output, _ in output.bytes.count },
            now: now)
    }

    /// The task's error.
    package static func failure(_ error: APIError) -> PluginError {
        IntegrationReply.failure(
            error, prefix: "SQS", service: "AmazonSQS", exceptions: exceptions,
            causeCode: legacyCodes[error.code] ?? error.code)
    }

    private static let exceptions: [String: String] = {
        let codes = [
            "InvalidAddress", "InvalidMessageContents", "InvalidSecurity", "KmsAccessDenied", "KmsDisabled",
            "KmsInvalidKeyUsage",
            "KmsInvalidState", "KmsNotFound", "KmsOptInRequired", "KmsThrottled", "QueueDoesNotExist",
            "RequestThrottled",
            "UnsupportedOperation",
        ]
        return Dictionary(uniqueKeysWithValues: codes.map { ($0, "\($0)Exception") })
    }()

    /// Codes whose older form the SDK shows.
    private static let legacyCodes = [
        "QueueDoesNotExist": "AWS.SimpleQueueService.NonExistentQueue",
        "UnsupportedOperation": "AWS.SimpleQueueService.UnsupportedOperation",
    ]
}
