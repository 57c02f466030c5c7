import Digests
import JSONTree
import ResourceNames

/// What a revision of a state machine consists of: its definition and how that is run. A version keeps one for ever.
struct MachineSettings: Sendable, Equatable {
    /// The role it runs as.
    var roleARN: String
    /// Names the definition in the store.
    var definitionSHA256: [UInt8]
    /// Changes with each update; `nil` until the first.
    var revisionID: String?
    /// When this revision came to be.
    var updatedAt: Timestamp
    /// Where events go besides the history, completed.
    var loggingConfiguration = Self.loggingDefault
    /// Whether X-Ray is told.
    var tracingConfiguration = Self.tracingDefault
    /// `nil` as long as nobody asked for encryption: AWS's own key.
    var encryptionConfiguration: JSON?

    /// What DescribeStateMachine shows when nothing was configured.
    static let loggingDefault: JSON = ["level": "OFF", "includeExecutionData": false]
    /// What DescribeStateMachine shows when nothing was configured.
    static let tracingDefault: JSON = ["enabled": false]

    /// The log group that events go to.
    var logGroupARN: String? {
        loggingConfiguration["destinations"]?.arrayValue?.first?["cloudWatchLogsLogGroup"]?["logGroupArn"]?.stringValue
    }

    /// Whether an update that led to `other` has changed anything.
    func isSame(as other: Self) -> Bool {
        roleARN == other.roleARN && definitionSHA256 == other.definitionSHA256 && isConfigured(as: other)
    }

    /// Whether logging, tracing and encryption are the same.
    func isConfigured(as other: Self) -> Bool {
        loggingConfiguration == other.loggingConfiguration && tracingConfiguration == other.tracingConfiguration
            && (encryptionConfiguration ?? EncryptionConfiguration.standard)
                == (other.encryptionConfiguration ?? EncryptionConfiguration.standard)
    }

    /// Adds what descriptions show of it, without the definition.
    func append(to output: inout JSONObject) {
        output["loggingConfiguration"] = loggingConfiguration
        output["tracingConfiguration"] = tracingConfiguration
        if let revisionID { output["revisionId"] = .string(revisionID) }
        output["encryptionConfiguration"] = encryptionConfiguration ?? EncryptionConfiguration.standard
    }

    /// What an execution keeps of it, so that DescribeStateMachineForExecution shows what it was started with; `nil` for a first revision without
    /// any configuration.
    var pinned: [UInt8]? {
        let isPlain =
            revisionID == nil && loggingConfiguration == Self.loggingDefault
            && tracingConfiguration == Self.tracingDefault && encryptionConfiguration == nil
        return isPlain ? nil : json.bytes
    }

    /// The stored form.
    var json: JSON {
        [
            "role": .string(roleARN), "definition": .string(Base64.encode(definitionSHA256)),
            "updated": .integer(updatedAt.milliseconds), "revision": revisionID.map { .string($0) } ?? .null,
            "logging": loggingConfiguration, "tracing": tracingConfiguration,
            "encryption": encryptionConfiguration ?? .null,
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let role = json["role"]?.stringValue,
            let definition = json["definition"]?.stringValue.flatMap({ Base64.decode($0) }),
            let updated = json["updated"]?.integerValue
        else { return nil }
        self.init(roleARN: role, definitionSHA256: definition, updatedAt: Timestamp(milliseconds: updated))
        revisionID = json["revision"]?.stringValue
        loggingConfiguration = json["logging"] ?? Self.loggingDefault
        tracingConfiguration = json["tracing"] ?? Self.tracingDefault
        encryptionConfiguration = json["encryption"]?.unlessNull
    }

    /// A first revision.
    init(roleARN: String, definitionSHA256: [UInt8], updatedAt: Timestamp) {
        self.roleARN = roleARN
        self.definitionSHA256 = definitionSHA256
        self.updatedAt = updatedAt
    }
}
