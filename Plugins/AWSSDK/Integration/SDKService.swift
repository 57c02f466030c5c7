import JSONTree
import NewelPluginKit
import ResourceNames

/// A service as the SDK integrations know it: its names, and how its members are spelled.
///
/// Source: AWS Step Functions developer guide, "AWS SDK integrations"; outputs and causes as observed.
package struct SDKService: Sendable {
    /// The name under which actions are called here.
    package let name: String
    /// What error names begin with.
    package let title: String
    /// Its API writes member names with a small first letter; Task states write all with a capital.
    private let hasSmallNames: Bool
    /// Knows the shapes of replies better than this table does; `nil` from it for an action it does not know.
    private let naming: (@Sendable (_ reply: JSON, _ action: String) -> JSON?)?

    /// Finds a service by the name in a resource; `nil` for one that is not served.
    init?(_ text: some StringProtocol) {
        switch text {
        case "sfn": self.init(name: "states", title: "Sfn", hasSmallNames: true)
        case "sqs": self.init(name: "sqs", title: "Sqs", hasSmallNames: false)
        case "sns": self.init(name: "sns", title: "Sns", hasSmallNames: false)
        case "lambda": self.init(name: "lambda", title: "Lambda", hasSmallNames: false)
        case "s3": self.init(name: "s3", title: "S3", hasSmallNames: false)
        case "cloudwatchlogs": self.init(name: "logs", title: "CloudWatchLogs", hasSmallNames: true)
        case "kms": self.init(name: "kms", title: "Kms", hasSmallNames: false)
        case "ssm": self.init(name: "ssm", title: "Ssm", hasSmallNames: false)
        case "eventbridge": self.init(name: "events", title: "EventBridge", hasSmallNames: false)
        case "sts": self.init(name: "sts", title: "Sts", hasSmallNames: false)
        default: return nil
        }
    }

    /// A service that is not in the table.
    ///
    /// - Parameters:
    ///   - name: The name under which actions are called here.
    ///   - title: What error names begin with.
    ///   - hasSmallNames: Its API writes member names with a small first letter.
    ///   - naming: Names the members of a reply as Task states show them; `nil` for an action it does not know.
    package init(
        name: String, title: String, hasSmallNames: Bool,
        naming: (@Sendable (_ reply: JSON, _ action: String) -> JSON?)? = nil
    ) {
        self.name = name
        self.title = title
        self.hasSmallNames = hasSmallNames
        self.naming = naming
    }

    /// Members of replies that are instants: seconds on the wire, texts in a state.
    private static let instants: Set<String> = [
        "CreationDate", "DeletionDate", "LastModified", "LastModifiedDate", "LastUpdatedDate", "RedriveDate",
        "StartDate", "StopDate",
        "Timestamp", "UpdateDate",
    ]

    /// Those of EventBridge; CloudWatch Logs has numbers of the same names.
    private static let eventInstants: Set<String> = ["CreationTime", "LastAuthorizedTime", "LastModifiedTime"]

    private func isInstant(_ member: String) -> Bool {
        Self.instants.contains(member) || name == "events" && Self.eventInstants.contains(member)
    }

    /// Maps whose keys are the user's.
    private static let maps: Set<String> = ["VariableReferences"]

    /// The action's input; members that are null count as absent. The SDK asks S3 for a checksum and calls objects
    /// text where the caller says nothing of either. Observed on AWS.
    func input(_ parameters: JSON, of action: String = "") -> JSON {
        let input = renamed(parameters, isReply: false) { hasSmallNames ? $0.smallFirst : $0 }
        guard name == "s3", action == "PutObject" else { return input }
        return input.adding("ChecksumAlgorithm", "CRC32").adding("ContentType", "text/plain; charset=UTF-8")
    }

    /// The task's result; times are texts in ISO 8601. Metadata of objects are there even if there are none. Observed on AWS.
    func output(_ reply: JSON, of action: String = "") -> JSON {
        if let named = naming?(reply, action) { return named }
        let output = renamed(reply, isReply: true) { hasSmallNames ? $0.capitalisedFirst : $0 }
        guard name == "s3", action == "GetObject" || action == "HeadObject" else { return output }
        return output.adding("Metadata", [:])
    }

    /// The task's error. S3's words end with the host that answered, those of others with the number of attempts. Observed on AWS.
    func failure(_ error: APIError) -> PluginError {
        guard error.status > 0 else { return PluginError("\(title).SdkClientException", error.message) }
        // Named after the classes of the SDK for Java, which writes acronyms like words.
        let code = error.code.hasPrefix("KMS") ? "Kms\(error.code.dropFirst(3))" : error.code
        let name = code.hasSuffix("Exception") ? code : "\(code)Exception"
        let answer = "Service: \(title), Status Code: \(error.status), Request ID: \(error.requestID)"
        return PluginError(
            "\(title).\(name)",
            self.name == "s3"
                ? "\(error.message) (\(answer), Extended Request ID: \(Self.objectHost))"
                : "\(error.message) (\(answer)) (SDK Attempt Count: 1)")
    }

    /// What our S3 calls itself in `x-amz-id-2`.
    private static let objectHost = "newel"

    private func renamed(_ value: JSON, isReply: Bool, _ rename: (String) -> String) -> JSON {
        switch value {
        case .object(let object):
            var members = JSONObject()
            for (key, member) in object where !member.isNull {
                let name = rename(key)
                if isReply, isInstant(name), let seconds = member.doubleValue {
                    members[name] = .string(Timestamp(milliseconds: Int64((seconds * 1_000).rounded())).iso8601)
                } else {
                    members[name] = Self.maps.contains(name) ? member : renamed(member, isReply: isReply, rename)
                }
            }
            return .object(members)
        case .array(let elements): return .array(elements.map { renamed($0, isReply: isReply, rename) })
        default: return value
        }
    }
}

extension JSON {
    /// With a member, unless it has one of that name.
    fileprivate func adding(_ name: String, _ value: JSON) -> JSON {
        guard var members = objectValue, members[name] == nil else { return self }
        members[name] = value
        return .object(members)
    }
}

extension String {
    /// With a small first letter.
    var smallFirst: String { prefix(1).lowercased() + dropFirst() }
    /// With a capital first letter.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
