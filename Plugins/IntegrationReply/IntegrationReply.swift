import JSONTree
import NewelPluginKit
import ResourceNames

/// What a Task state is told of an AWS call: the action's output, and the HTTP reply the AWS SDK saw, as Step Functions shows both.
///
/// Source: observed outputs of the optimised integrations.
package enum IntegrationReply {
    /// Adds `SdkHttpMetadata` and `SdkResponseMetadata` to an action's output.
    ///
    /// - Parameters:
    ///   - output: As the host gave it, with its member `$metadata`.
    ///   - contentType: The protocol's.
    ///   - contentLength: Works out the length of the reply's body from the output and the request id.
    ///   - now: Nanoseconds since 1970.
    ///   - connectionHeader: How the service's replies spell `connection`.
    ///   - further: Headers of the service's own.
    package static func shape(
        _ output: JSON, contentType: String, contentLength: (JSON, String) -> Int, now: Int64,
        connectionHeader: String = "connection",
        further: [(String, String)] = []
    ) -> JSON {
        var members = output.objectValue ?? JSONObject()
        members["$metadata"] = nil
        let requestID = output["$metadata"]?["requestId"]?.stringValue ?? ""
        return shape(
            output,
            headers: [
                ("x-amzn-RequestId", requestID),
                (connectionHeader, "keep-alive"),
                ("Content-Length", String(contentLength(.object(members), requestID))),
                ("Date", Timestamp(milliseconds: now / 1_000_000).httpDate),
                ("Content-Type", contentType),
            ] + further)
    }

    private static func shape(_ output: JSON, headers: [(String, String)]) -> JSON {
        var members = output.objectValue ?? JSONObject()
        let metadata = members["$metadata"]
        members["$metadata"] = nil
        let requestID = metadata?["requestId"]?.stringValue ?? ""
        members["SdkHttpMetadata"] = .object(
            JSONObject([
                ("AllHttpHeaders", .object(JSONObject(headers.map { ($0.0, .array([.string($0.1)])) }))),
                ("HttpHeaders", .object(JSONObject(headers.map { ($0.0, .string($0.1)) }))),
                ("HttpStatusCode", .integer(metadata?["status"]?.integerValue ?? 200)),
            ]))
        members["SdkResponseMetadata"] = .object(JSONObject([("RequestId", .string(requestID))]))
        return .object(members)
    }

    /// Adds `SdkHttpMetadata` and `SdkResponseMetadata` with the headers of a reply that came from elsewhere.
    ///
    /// - Parameter output: As the host gave it, with its member `$metadata`.
    package static func shapeAsReceived(_ output: JSON) -> JSON {
        let pairs = output["$metadata"]?["headers"]?.arrayValue ?? []
        let headers = pairs.compactMap { pair -> (String, String)? in
            guard let pair = pair.arrayValue, pair.count == 2, let name = pair[0].stringValue,
                let value = pair[1].stringValue
            else { return nil }
            return (name, value)
        }
        return shape(output, headers: headers)
    }

    /// The error of a failed call.
    ///
    /// - Parameters:
    ///   - prefix: `SQS`, what error names begin with.
    ///   - service: `AmazonSQS`, the service in the cause.
    ///   - exceptions: The SDK's exceptions by the error codes of the wire; other codes fall to the service's general one.
    ///   - causeCode: The error code as the cause shows it.
    package static func failure(
        _ error: APIError, prefix: String, service: String, exceptions: [String: String], causeCode: String
    ) -> PluginError {
        guard error.status > 0 else { return PluginError("\(prefix).SdkClientException", error.message) }
        let name = exceptions[error.code] ?? "\(service)Exception"
        let facts =
            "(Service: \(service); Status Code: \(error.status); Error Code: \(causeCode); Request ID: \(error.requestID); Proxy: null)"
        return PluginError("\(prefix).\(name)", "\(error.message) \(facts)")
    }

    /// Refuses parameters an integration does not know.
    package static func checkParameters(_ parameters: JSON, known: Set<String>) throws(PluginError) -> JSONObject {
        guard let members = parameters.objectValue else {
            throw PluginError(
                "States.Runtime",
                "The Parameters '\(parameters.text)' could not be used to start the Task: [they must be an object]")
        }
        for name in members.keys where !known.contains(name) {
            throw PluginError(
                "States.Runtime",
                "The Parameters '\(parameters.text)' could not be used to start the Task: [The field \"\(name)\" is not supported by Step Functions]"
            )
        }
        return members
    }

    /// A member that AWS takes as text: anything else is serialised.
    package static func serialise(_ name: String, in members: inout JSONObject) {
        guard let value = members[name], !value.isString, !value.isNull else { return }
        members[name] = .string(value.text)
    }
}
