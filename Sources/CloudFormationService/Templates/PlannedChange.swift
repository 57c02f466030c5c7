import JSONTree

/// What would become of one resource.
struct PlannedChange: Sendable {
    /// `Add`, `Modify` or `Remove`.
    enum Action: String, Sendable {
        case add = "Add"
        case modify = "Modify"
        case remove = "Remove"
    }

    /// A property that changes.
    struct Detail: Sendable {
        /// The property's name.
        let property: String
        /// `Always`, `Never` or `Conditionally`.
        let recreation: String
        /// The resource whose change brings this one; `nil`: the template changes it.
        let cause: String?
    }

    /// What would be done.
    let action: Action
    /// The resource's name in the template.
    let logicalID: String
    /// What it is called now.
    let physicalID: String?
    /// Its type.
    let type: String
    /// Which properties change.
    var details: [Detail] = []
    /// Whether its metadata change.
    var changesMetadata = false

    /// `True`, `False` or `Conditional`.
    var replacement: String {
        if details.contains(where: { $0.recreation == "Always" && $0.cause == nil }) { return "True" }
        return details.contains { $0.recreation != "Never" } ? "Conditional" : "False"
    }

    /// As `DescribeChangeSet` shows it.
    var shape: JSON {
        var change: JSONObject = ["Action": .string(action.rawValue), "LogicalResourceId": .string(logicalID)]
        change["PhysicalResourceId"] = physicalID.map { .string($0) }
        change["ResourceType"] = .string(type)
        var scope: [JSON] = []
        if action == .modify {
            change["Replacement"] = .string(replacement)
            if !details.isEmpty { scope.append("Properties") }
            if changesMetadata { scope.append("Metadata") }
        }
        change["Scope"] = .array(scope)
        change["Details"] = .array(details.map(Self.shape))
        return ["Type": "Resource", "ResourceChange": .object(change)]
    }

    private static func shape(_ detail: Detail) -> JSON {
        var shape: JSONObject = [
            "Target": [
                "Attribute": "Properties", "Name": .string(detail.property),
                "RequiresRecreation": .string(detail.recreation),
            ], "Evaluation": detail.cause == nil ? "Static" : "Dynamic",
            "ChangeSource": detail.cause == nil ? "DirectModification" : "ResourceReference",
        ]
        shape["CausingEntity"] = detail.cause.map { .string($0) }
        return .object(shape)
    }
}
