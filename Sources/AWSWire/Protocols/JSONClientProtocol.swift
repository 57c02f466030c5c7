import JSONTree

/// An action of another service over awsJson, seen from the client's side.
package struct JSONClientProtocol: Sendable, Equatable {
    /// `1.0` or `1.1`.
    package let version: String
    /// `DynamoDB_20120810`.
    package let targetPrefix: String

    /// A version of the protocol with the service's name in it.
    package init(version: String, targetPrefix: String) {
        self.version = version
        self.targetPrefix = targetPrefix
    }

    /// The request of an action, not signed yet.
    package func request(_ action: String, _ input: JSON, host: String, path: String) -> WireRequest {
        WireRequest(
            method: "POST", path: path,
            headers: [
                (name: "host", value: host), (name: "content-type", value: "application/x-amz-json-\(version)"),
                (name: "x-amz-target", value: "\(targetPrefix).\(action)"),
            ], body: input.bytes)
    }

    /// The output in a reply.
    ///
    /// - Parameters:
    ///   - header: A header of the reply by its name in lower case.
    ///   - otherwise: The code of an error that names none.
    /// - Throws: The error the reply tells of.
    package func output(
        status: Int, header: (String) -> String?, body: [UInt8], otherwise: String
    ) throws(ServiceError) -> JSON {
        // What is no JSON is judged by the status alone.
        let tree = body.isEmpty ? JSON.emptyObject : try? JSON.parse(body)
        if (200..<300).contains(status), let tree, tree.isObject { return tree }
        let type = tree?["__type"]?.stringValue ?? header("x-amzn-errortype") ?? tree?["code"]?.stringValue
        let code = type.map { String($0.prefix { $0 != ":" }.split(separator: "#").last ?? "") } ?? ""
        let words = ["message", "Message", "errorMessage"].compactMap { tree?[$0]?.stringValue }.first
        throw ServiceError(
            code.isEmpty ? otherwise : code, words ?? (tree == nil ? "The reply is no JSON." : ""), status: status)
    }

    /// The id of the request in a reply; empty without one.
    package static func requestID(_ header: (String) -> String?) -> String {
        header("x-amzn-requestid") ?? header("x-amz-request-id") ?? ""
    }
}
