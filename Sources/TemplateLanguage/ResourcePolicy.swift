import JSONTree

/// What is to become of what is not wanted any more: the attributes `DeletionPolicy` and `UpdateReplacePolicy` of a resource.
package enum ResourcePolicy: String, Sendable {
    case deletion = "DeletionPolicy"
    case replacement = "UpdateReplacePolicy"

    /// Refuses what cannot be done with a resource.
    ///
    /// Source: template reference, "UpdateReplacePolicy": a snapshot of what has none is `Delete` there; for a deletion it is refused, as observed.
    package func check(_ text: String, of resource: TemplateResource) throws(TemplateError) {
        guard allowed.contains(text) else {
            throw .format("Unrecognized \(rawValue) \(text) for resource \(resource.logicalID)")
        }
        guard text == "Snapshot", self == .deletion, !Self.snapshotTypes.contains(resource.type) else { return }
        throw .function("resource type \(resource.type) does not support deletion policy Snapshot")
    }

    /// What the attribute of a resource says, functions worked out; `nil` for the type's own.
    ///
    /// Source: template reference, "AWS::LanguageExtensions": functions of parameters and mappings may say it.
    package func text(of resource: TemplateResource, _ evaluator: Evaluator) throws(TemplateError) -> String? {
        guard let json = self == .deletion ? resource.deletionPolicy : resource.updateReplacePolicy else { return nil }
        if let text = json.stringValue { return text }
        guard let value = try evaluator.value(of: json) else {
            throw TemplateError("AWS::NoValue is not supported for DeletionPolicy or UpdateReplacePolicy")
        }
        guard let text = value.stringValue else {
            throw TemplateError("Unsupported expression for \(rawValue) in resource \(resource.logicalID)")
        }
        try check(text, of: resource)
        return text
    }

    private var allowed: [String] {
        switch self {
        case .deletion: ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"]
        case .replacement: ["Delete", "Retain", "Snapshot"]
        }
    }

    /// Source: template reference, "DeletionPolicy".
    private static let snapshotTypes: Set<String> = [
        "AWS::DocDB::DBCluster", "AWS::EC2::Volume", "AWS::ElastiCache::CacheCluster",
        "AWS::ElastiCache::ReplicationGroup", "AWS::Neptune::DBCluster", "AWS::RDS::DBCluster", "AWS::RDS::DBInstance",
        "AWS::Redshift::Cluster",
    ]
}
