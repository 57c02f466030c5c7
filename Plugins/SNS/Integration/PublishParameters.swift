import IntegrationReply
import JSONTree
import NewelPluginKit

/// What the Task state says, as `Publish` understands it, and the answer as the Task state expects it.
///
/// Source: AWS Step Functions developer guide, "Publish messages to an Amazon SNS topic with Step Functions"; outputs and causes as observed.
package enum PublishParameters {
    private static let known: Set<String> = [
        "Message", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId", "MessageStructure", "PhoneNumber",
        "Subject",
        "TargetArn", "TopicArn",
    ]

    /// The action's input: a message that is no text is serialised.
    package static func input(_ parameters: JSON) throws(PluginError) -> JSON {
        var members = try IntegrationReply.checkParameters(parameters, known: known)
        IntegrationReply.serialise("Message", in: &members)
        members["$metadata"] = true
        return .object(members)
    }

    /// The task's result.
    package static func reply(_ output: JSON, now: Int64) -> JSON {
        IntegrationReply.shape(output, contentType: "text/xml", contentLength: xmlLength, now: now)
    }

    /// The task's error.
    package static func failure(_ error: APIError) -> PluginError {
        IntegrationReply.failure(
            error, prefix: "SNS", service: "AmazonSNS", exceptions: exceptions, causeCode: error.code)
    }

    /// Bytes of the XML that AWS answers with.
    private static func xmlLength(_ output: JSON, _ requestID: String) -> Int {
        var xml = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">\n  <PublishResult>\n"
        for (name, value) in output.objectValue ?? JSONObject() {
            xml += "    <\(name)>\(value.stringValue ?? "")</\(name)>\n"
        }
        xml +=
            "  </PublishResult>\n  <ResponseMetadata>\n    <RequestId>\(requestID)</RequestId>\n  </ResponseMetadata>\n</PublishResponse>\n"
        return xml.utf8.count
    }

    private static let exceptions = [
        "AuthorizationError": "AuthorizationErrorException", "EndpointDisabled": "EndpointDisabledException",
        "InternalError": "InternalErrorException", "InvalidParameter": "InvalidParameterException",
        "InvalidSecurity": "InvalidSecurityException", "KMSAccessDenied": "KMSAccessDeniedException",
        "KMSDisabled": "KMSDisabledException", "KMSInvalidState": "KMSInvalidStateException",
        "KMSNotFound": "KMSNotFoundException",
        "KMSOptInRequired": "KMSOptInRequiredException", "KMSThrottling": "KMSThrottlingException",
        "NotFound": "NotFoundException",
        "ParameterValueInvalid": "InvalidParameterValueException",
        "PlatformApplicationDisabled": "PlatformApplicationDisabledException",
    ]
}
