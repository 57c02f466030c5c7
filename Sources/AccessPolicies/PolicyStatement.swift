import JSONTree

/// One statement of a policy.
package struct PolicyStatement: Sendable, Equatable {
    /// `Sid`.
    package let id: String?
    /// `Effect` is `Allow`, not `Deny`.
    package let allows: Bool
    /// `Principal` or `NotPrincipal`; `nil` in identity policies.
    let principals: PrincipalElement?
    private let actions: NameElement
    /// `nil` in trust policies.
    private let resources: NameElement?
    private let conditions: [PolicyCondition]

    /// `Action`, `Resource` or their opposites.
    private struct NameElement: Sendable, Equatable {
        /// `NotAction`, `NotResource`: all but these.
        let isInverse: Bool
        let texts: [PolicyText]
    }

    /// Reads a statement of a policy.
    init(_ json: JSON, kind: PolicyDocument.Kind, hasVariables: Bool) throws(PolicyProblem) {
        guard let object = json.objectValue, object.keys.allSatisfy(Self.elements.contains) else { throw .syntax }
        if let sid = object["Sid"] {
            guard let text = sid.stringValue else { throw .syntax }
            guard kind == .resource || text.utf8.allSatisfy(Self.isAlphanumeric) else {
                throw PolicyProblem(
                    "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
                )
            }
            id = text
        } else {
            id = nil
        }
        switch object["Effect"]?.stringValue {
        case "Allow": allows = true
        case "Deny": allows = false
        case nil where object["Effect"] == nil: throw PolicyProblem("Missing required field Effect")
        default: throw PolicyProblem("Invalid effect: \(object["Effect"]?.text ?? "")")
        }
        principals = try Self.principals(object, kind)
        guard let actions = try Self.names("Action", object, hasVariables) else {
            throw PolicyProblem("Policy statement must contain actions.")
        }
        for action in actions.texts { try Self.check(action: action.source) }
        self.actions = actions
        resources = try Self.resources(object, kind, hasVariables)
        conditions = try PolicyCondition.read(object["Condition"], hasVariables: hasVariables)
    }

    /// Whether the statement speaks of this request, principals aside.
    package func applies(to request: AccessRequest) -> Bool {
        covers(request.action) && covers(resource: request) && conditions.allSatisfy { $0.holds(for: request) }
    }

    /// What `Action` names, as it is written there; nothing of a `NotAction`.
    var namedActions: [String] { actions.isInverse ? [] : actions.texts.map(\.source) }

    /// Accounts, users, roles and sessions that `Principal` or `NotPrincipal` names, as they are written there.
    var namedPrincipals: [String] { principals?.aws ?? [] }

    /// Keys that its conditions ask for.
    var conditionKeys: [String] { conditions.map(\.key) }

    private func covers(_ action: String) -> Bool {
        let isNamed = actions.texts.contains { WildcardPattern($0.source, ignoringCase: true).matches(action) }
        return isNamed != actions.isInverse
    }

    private func covers(resource request: AccessRequest) -> Bool {
        guard let resources else { return true }
        let isNamed = resources.texts.contains { text in
            text.pattern(in: request).map { ResourcePattern($0).matches(request.resource) } ?? false
        }
        return isNamed != resources.isInverse
    }

    private static let elements: Set<String> = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func principals(
        _ object: JSONObject, _ kind: PolicyDocument.Kind
    ) throws(PolicyProblem) -> PrincipalElement? {
        let name = object["NotPrincipal"] == nil ? "Principal" : "NotPrincipal"
        guard let json = object[name] else {
            guard kind == .identity else { throw PolicyProblem("Missing required field Principal") }
            return nil
        }
        guard kind != .identity else { throw PolicyProblem("Policy document should not specify a principal.") }
        return try PrincipalElement(json, isInverse: name == "NotPrincipal")
    }

    private static func resources(
        _ object: JSONObject, _ kind: PolicyDocument.Kind, _ hasVariables: Bool
    ) throws(PolicyProblem) -> NameElement? {
        guard let resources = try names("Resource", object, hasVariables) else {
            guard kind != .identity else { throw PolicyProblem("Policy statement must contain resources.") }
            return nil
        }
        guard kind != .trust else { throw PolicyProblem("Has prohibited field Resource") }
        guard kind == .identity else { return resources }
        for text in resources.texts where text.source != "*" && !text.source.hasPrefix("arn:") {
            throw PolicyProblem("Resource \(text.source) must be in ARN format or \"*\".")
        }
        return resources
    }

    private static func names(
        _ name: String, _ object: JSONObject, _ hasVariables: Bool
    ) throws(PolicyProblem) -> NameElement? {
        let inverse = "Not\(name)"
        guard object[name] == nil || object[inverse] == nil else { throw .syntax }
        guard let json = object[name] ?? object[inverse] else { return nil }
        let texts = try PolicyElement.texts(json)
        guard !texts.isEmpty else { return nil }
        return NameElement(
            isInverse: object[name] == nil, texts: texts.map { PolicyText($0, hasVariables: hasVariables) })
    }

    private static func check(action: String) throws(PolicyProblem) {
        guard action != "*" else { return }
        let parts = action.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw PolicyProblem("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")
        }
        guard !parts[0].contains("*"), !parts[1].isEmpty else {
            throw PolicyProblem("Vendor \(parts[0]) is not valid")
        }
    }
}
