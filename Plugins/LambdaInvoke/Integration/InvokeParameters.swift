import Digests
import IntegrationReply
import JSONTree
import NewelPluginKit

/// What the Task state says, as `Invoke` understands it, and the answer as the Task state expects it.
///
/// Source: AWS Step Functions developer guide, "Invoke an AWS Lambda function with Step Functions"; outputs and causes as observed.
package enum InvokeParameters {
    private static let known: Set<String> = [
        "ClientContext", "FunctionName", "InvocationType", "LogType", "Payload", "Qualifier",
    ]

    /// The action's input: the payload is JSON here and bytes there.
    ///
    /// Observed on AWS: a text is sent as it is, a null not at all.
    package static func input(_ parameters: JSON) throws(PluginError) -> JSON {
        var members = try IntegrationReply.checkParameters(parameters, known: known)
        switch members["Payload"] {
        case nil, .null: members["Payload"] = nil
        case .string(let text): members["Payload"] = .string(Base64.encode(Array(text.utf8)))
        case let payload?: members["Payload"] = .string(Base64.encode(payload.bytes))
        }
        members["$metadata"] = true
        return .object(members)
    }

    /// The task's result, or the function's own error.
    package static func reply(_ output: JSON, now: Int64) throws(PluginError) -> JSON {
        let bytes = output["Payload"]?.stringValue.flatMap { Base64.decode($0) } ?? []
        if output["FunctionError"] != nil {
            let text = String(decoding: bytes, as: UTF8.self)
            // A function may fail with any document; without a type it is Lambda's own unknown error.
            let type = (try? JSON.parse(bytes))?["errorType"]?.stringValue
            throw PluginError(type ?? "Lambda.Unknown", text)
        }
        let further = [
            ("X-Amz-Executed-Version", output["ExecutedVersion"]?.stringValue ?? "$LATEST"),
            ("x-amzn-Remapped-Content-Length", "0"),
            ("X-Amzn-Trace-Id", traceID(now: now, requestID: output["$metadata"]?["requestId"]?.stringValue ?? "")),
        ]
        var shaped =
            IntegrationReply.shape(
                output, contentType: "application/json", contentLength: { _, _ in bytes.count }, now: now,
                connectionHeader: "Connection",
                further: further
            ).objectValue ?? JSONObject()
        // What is no JSON is handed on as text.
        shaped["Payload"] =
            bytes.isEmpty ? nil : (try? JSON.parse(bytes)) ?? .string(String(decoding: bytes, as: UTF8.self))
        return .object(shaped)
    }

    /// A trace of the call: its second, and the random digits of its request id.
    private static func traceID(now: Int64, requestID: String) -> String {
        let seconds = String(max(0, now) / 1_000_000_000, radix: 16)
        let digits = requestID.filter { $0 != "-" }.suffix(24)
        return "Root=1-\(String(repeating: "0", count: max(0, 8 - seconds.count)) + seconds)-\(digits);Sampled=0"
    }

    /// The task's error.
    package static func failure(_ error: APIError) -> PluginError {
        IntegrationReply.failure(
            error, prefix: "Lambda", service: "AWSLambda", exceptions: exceptions, causeCode: error.code)
    }

    private static let exceptions: [String: String] = {
        let names = [
            "ResourceNotFoundException", "ResourceConflictException", "TooManyRequestsException",
            "InvalidParameterValueException",
            "InvalidRequestContentException", "RequestTooLargeException", "ServiceException",
            "RecursiveInvocationException",
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, $0) })
    }()
}
