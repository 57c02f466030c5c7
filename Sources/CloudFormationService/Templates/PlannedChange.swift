import JSONTree

/// What would become of one resource.
///
/// Source: API reference, "ResourceChange", "ResourceChangeDetail", "ResourceTargetDefinition".
struct PlannedChange: Sendable {
    /// `Add`, `Modify` or `Remove`.
    enum Action: String, Sendable {
        case add = "Add"
        case modify = "Modify"
        case remove = "Remove"
    }

    /// What would be done.
    let action: Action
    /// The resource's name in the template.
    let logicalID: String
    /// What it is called now.
    let physicalID: String?
    /// Its type.
    let type: String
    /// What of it changes, and why.
    var details: [PlannedChangeDetail] = []
    /// What is done with the old one where there is one: its deletion policy, or the one for replacement.
    var policy: String?
    /// The change set of the stack that it is, if it is one.
    var changeSetID: String?
    /// Its properties now, as text; `nil` for one that is added.
    var before: JSONObject?
    /// Its properties then, as far as they are known; `nil` for one that is removed.
    var after: JSONObject?

    /// `True`, `False` or `Conditional`.
    var replacement: String {
        let replacing = details.filter(\.isReplacing)
        if replacing.contains(where: \.isCertain) { return "True" }
        return replacing.isEmpty ? "False" : "Conditional"
    }

    /// As `DescribeChangeSet` shows it, values among it.
    ///
    /// - Parameters:
    ///   - old: Hides what is secret now.
    ///   - new: Hides what is secret then.
    func shape(masking old: StackContent, _ new: StackContent) -> JSON {
        var change: JSONObject = ["Action": .string(action.rawValue), "LogicalResourceId": .string(logicalID)]
        change["PolicyAction"] = policyAction.map { .string($0) }
        change["PhysicalResourceId"] = physicalID.map { .string($0) }
        change["ResourceType"] = .string(type)
        if action == .modify { change["Replacement"] = .string(replacement) }
        change["ChangeSetId"] = changeSetID.map { .string($0) }
        let scope = PlannedChangeDetail.Attribute.allCases.filter { attribute in
            details.contains { $0.attribute == attribute }
        }
        change["Scope"] = .array(scope.map { .string($0.rawValue) })
        change["Details"] = .array(details.map { $0.shape(before: before, after: after, masking: old, new) })
        change["BeforeContext"] = before.map { .string(old.masked(JSON.object(["Properties": .object($0)]).text)) }
        change["AfterContext"] = after.map { .string(new.masked(JSON.object(["Properties": .object($0)]).text)) }
        return ["Type": "Resource", "ResourceChange": .object(change)]
    }

    private var policyAction: String? {
        switch action {
        case .add: nil
        case .remove: policy == "Retain" || policy == "RetainExceptOnCreate" ? "Retain" : "Delete"
        case .modify where replacement == "True": policy == "Retain" ? "ReplaceAndRetain" : "ReplaceAndDelete"
        case .modify: nil
        }
    }

    /// A shape as it is without the values of properties.
    static func withoutValues(_ shape: JSON) -> JSON {
        guard var whole = shape.objectValue, var change = whole["ResourceChange"]?.objectValue else { return shape }
        (change["BeforeContext"], change["AfterContext"]) = (nil, nil)
        change["Details"] = .array(
            (change["Details"]?.arrayValue ?? []).map { detail in
                guard var members = detail.objectValue, var target = members["Target"]?.objectValue else {
                    return detail
                }
                for name in ["Path", "BeforeValue", "AfterValue", "AttributeChangeType"] { target[name] = nil }
                members["Target"] = .object(target)
                return .object(members)
            })
        whole["ResourceChange"] = .object(change)
        return .object(whole)
    }
}
