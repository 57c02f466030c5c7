import AWSWire
import AccessPolicies
import JSONTree

/// What an update may do with which resources of a stack.
///
/// Source: CloudFormation user guide, "Prevent updates to stack resources". All resources are protected once there is a policy; an Allow lets an update
/// pass, a Deny wins over it.
struct StackPolicy: Sendable {
    /// What an update would do with a resource.
    enum Action: String, Sendable {
        case modify = "Update:Modify"
        case replace = "Update:Replace"
        case delete = "Update:Delete"
    }

    /// Texts that a statement names, or all others.
    private struct Names: Sendable {
        let patterns: [WildcardPattern]
        let isInverted: Bool

        func hold(_ text: String) -> Bool { patterns.contains { $0.matches(text) } != isInverted }
    }

    private struct Statement: Sendable {
        let isAllow: Bool
        let actions: Names
        let resources: Names
        /// Types of resources it is about; `nil`: all.
        let types: [WildcardPattern]?
    }

    private let statements: [Statement]

    /// Reads a policy.
    ///
    /// - Throws: AWS's words, which do not tell what is wrong.
    init(_ text: String) throws(ServiceError) {
        guard text.utf8.count <= Self.bytesMax, let list = (try? JSON.parse(text))?["Statement"]?.arrayValue,
            !list.isEmpty
        else { throw Self.invalid }
        var statements: [Statement] = []
        for item in list {
            guard let effect = item["Effect"]?.stringValue, effect == "Allow" || effect == "Deny",
                item["Principal"] == "*",
                let actions = Self.names(item, "Action"), let resources = Self.names(item, "Resource")
            else { throw Self.invalid }
            statements.append(
                Statement(
                    isAllow: effect == "Allow", actions: actions, resources: resources, types: try Self.types(item)))
        }
        self.statements = statements
    }

    private static let bytesMax = 16_384
    private static var invalid: ServiceError { .validation("Error validating stack policy: Invalid stack policy") }

    /// What an element names, or by `Not` before its name all else; `nil` when it is not sound.
    private static func names(_ statement: JSON, _ member: String) -> Names? {
        let (some, others) = (statement[member], statement["Not\(member)"])
        guard (some == nil) != (others == nil), let patterns = (some ?? others).flatMap(Self.patterns) else {
            return nil
        }
        return Names(patterns: patterns, isInverted: some == nil)
    }

    private static func patterns(_ value: JSON) -> [WildcardPattern]? {
        let items = value.arrayValue ?? [value]
        let texts = items.compactMap(\.stringValue)
        return texts.count == items.count && !texts.isEmpty ? texts.map { WildcardPattern($0) } : nil
    }

    /// A condition can only be about the type, compared as it is or by wildcards.
    private static func types(_ statement: JSON) throws(ServiceError) -> [WildcardPattern]? {
        guard let condition = statement["Condition"] else { return nil }
        guard let tests = condition.objectValue, tests.count == 1, let test = tests.first,
            ["StringEquals", "StringLike"].contains(test.key), test.value.objectValue?.count == 1,
            let types = test.value["ResourceType"].flatMap(Self.patterns)
        else { throw invalid }
        return types
    }

    /// Why it does not let an update do something; `nil` when it does.
    ///
    /// Observed on AWS: the words for a statement that denies, and how those begin where none allows.
    func refusal(_ action: Action, of logicalID: String, type: String) -> String? {
        let resource = "LogicalResourceId/\(logicalID)"
        let denied = "does not allow [\(action.rawValue)] for resource [\(resource)]"
        var isAllowed = false
        for (place, statement) in statements.enumerated() {
            guard statement.actions.hold(action.rawValue), statement.resources.hold(resource),
                statement.types?.contains(where: { $0.matches(type) }) ?? true
            else { continue }
            guard statement.isAllow else {
                return "Action denied by stack policy: Statement [#\(place + 1)] \(denied)"
            }
            isAllowed = true
        }
        return isAllowed ? nil : "Action not allowed by stack policy: The policy \(denied)"
    }
}

extension StackStarter {
    /// The policy that a request brings, as text or in a bucket; `nil` for none.
    ///
    /// - Parameter member: `StackPolicy` or `StackPolicyDuringUpdate`.
    func policy(
        _ input: ActionInput, _ context: RequestContext, _ member: String = "StackPolicy"
    ) async throws(ServiceError) -> String? {
        var text = try input.text("\(member)Body")
        if let url = try input.text("\(member)URL") {
            guard text == nil else {
                throw .validation("You cannot specify both \(member)Body and \(member)URL.")
            }
            text = String(
                decoding: try await surroundings.object(ObjectPlace(url: url), context, bytesMax: 16_384), as: UTF8.self
            )
        }
        if let text { _ = try StackPolicy(text) }
        return text
    }
}
