import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// `DescribeLogGroups`: groups by name, all or those of a prefix, a pattern or a list.
struct DescribeLogGroups: Operation {
    static let name = "DescribeLogGroups"
    let catalogue: LogCatalogue
    let sink: LogSink

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        await sink.flush()
        let request = ActionInput(input)
        let prefix = try request.text("logGroupNamePrefix")
        let pattern = try request.text("logGroupNamePattern")
        guard prefix == nil || pattern == nil else {
            throw .invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.")
        }
        let storageClass = try request.text("logGroupClass")
        let named = Set(
            try request.texts("logGroupIdentifiers").map { GroupKey(identifier: $0, in: context.territory) })
        let found = catalogue.groups(of: context.territory).filter { group in
            (named.isEmpty || named.contains(group.id)) && group.id.name.hasPrefix(prefix ?? "")
                && group.id.name.holds(pattern ?? "") && (storageClass ?? group.storageClass) == group.storageClass
        }
        let page = try ListPage(found, request, list: "groups", catalogue.clock) { $0.id.name }
        var bytes: [GroupKey: Int64] = [:]
        for stream in catalogue.streams.all { bytes[stream.group, default: 0] += stream.byteCount }
        return OperationOutput(page.shape("logGroups") { Self.shape(of: $0, bytes: bytes[$0.id] ?? 0) })
    }

    private static func shape(of group: LogGroup, bytes: Int64) -> JSON {
        var shape: JSONObject = [
            "logGroupName": .string(group.id.name), "creationTime": .integer(group.createdAt.milliseconds),
            "metricFilterCount": 0, "arn": .string("\(group.id.arn):*"), "storedBytes": .integer(bytes),
            "logGroupClass": .string(group.storageClass), "logGroupArn": .string(group.id.arn),
            "deletionProtectionEnabled": .bool(group.isProtected),
        ]
        shape["retentionInDays"] = group.retentionDays.map { .integer(Int64($0)) }
        shape["kmsKeyId"] = group.kmsKeyID.map { .string($0) }
        return .object(shape)
    }
}

extension String {
    /// Whether a text occurs in this one; an empty one always does.
    func holds(_ part: String) -> Bool {
        part.isEmpty || utf8.indices.contains { utf8[$0...].starts(with: part.utf8) }
    }
}
