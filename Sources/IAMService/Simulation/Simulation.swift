import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// What `SimulatePrincipalPolicy` and `SimulateCustomPolicy` share: each action on each resource is decided by the very code that decides requests.
struct Simulation {
    /// Policies with the names that the answer gives them.
    let identity: [(name: String, policy: PolicyDocument)]
    /// The most the policies can give.
    let boundary: PolicyDocument?
    /// The resource's own policy.
    let resource: PolicyDocument?
    /// Who is taken to ask.
    let caller: Caller
    private let resourceAccount: String
    private let keys: [(name: String, values: [String])]

    /// Takes what a request adds to the policies of the caller.
    init(
        _ request: ActionInput, identity: [(name: String, policy: PolicyDocument)], boundary: PolicyDocument?,
        caller: Caller, account: String
    ) throws(ServiceError) {
        var identity = identity
        for (place, text) in try request.texts("PolicyInputList").enumerated() {
            identity.append(("PolicyInputList.\(place + 1)", try Self.policy(text, .identity)))
        }
        self.identity = identity
        let limits = try request.texts("PermissionsBoundaryPolicyInputList")
        self.boundary =
            try limits.first.map { text throws(ServiceError) in try Self.policy(text, .identity) } ?? boundary
        resource = try request.text("ResourcePolicy").map { text throws(ServiceError) in
            try Self.policy(text, .resource)
        }
        self.caller = try request.text("CallerArn").map(Self.caller) ?? caller
        resourceAccount = try request.text("ResourceOwner").flatMap { ARN($0)?.account } ?? account
        var keys: [(name: String, values: [String])] = []
        for entry in try request.list("ContextEntries") ?? [] {
            guard let name = entry["ContextKeyName"]?.stringValue else {
                throw .validation("A context entry needs ContextKeyName.")
            }
            keys.append((name, entry["ContextKeyValues"]?.arrayValue?.compactMap(\.stringValue) ?? []))
        }
        self.keys = keys
    }

    /// The answer: one result for each action and resource.
    func results(_ request: ActionInput, _ pages: PageTokens) throws(ServiceError) -> JSON {
        let resources = try request.texts("ResourceArns")
        var results: [(id: String, shape: JSON)] = []
        for action in try request.texts("ActionNames") {
            guard action.contains(":") else {
                throw ServiceError("InvalidInputException", "Invalid action: \(action)")
            }
            for resource in resources.isEmpty ? ["*"] : resources {
                // Numbered, so that pages keep the order.
                let number = String(results.count)
                let id = String(repeating: "0", count: max(0, 6 - number.count)) + number
                results.append((id, result(action, resource)))
            }
        }
        return try ListPage(results, request, list: "EvaluationResults", pages) { $0.id }.shape("EvaluationResults") {
            $0.shape
        }
    }

    private func result(_ action: String, _ resource: String) -> JSON {
        var request = AccessRequest(
            caller: caller, action: action, resource: resource,
            resourceAccount: ARN(resource)?.account.nonEmpty ?? resourceAccount)
        for key in keys { request[key.name] = key.values }
        let policies = PolicySet(identity: identity.map(\.policy), boundary: boundary, resource: self.resource)
        let decision = policies.decide(request)
        let matched = identity.flatMap { source in
            source.policy.statements.filter { $0.applies(to: request) && isTelling($0, decision) }.map { _ in
                JSON.object(["SourcePolicyId": .string(source.name), "SourcePolicyType": "IAM Policy"])
            }
        }
        let missing = Set(identity.flatMap { $0.policy.conditionKeys }).filter { request[$0] == nil }.sorted()
        var shape: JSONObject = [
            "EvalActionName": .string(action), "EvalResourceName": .string(resource),
            "EvalDecision": .string(Self.word(decision)), "MatchedStatements": .array(matched),
            "MissingContextValues": .array(missing.map { .string($0) }),
        ]
        if let boundary {
            let isAllowed = PolicySet(identity: [boundary]).decide(request).isAllowed
            shape["PermissionsBoundaryDecisionDetail"] = ["AllowedByPermissionsBoundary": .bool(isAllowed)]
        }
        return .object(shape)
    }

    /// Statements that forbid tell why it is forbidden; else those that allow.
    private func isTelling(_ statement: PolicyStatement, _ decision: AccessDecision) -> Bool {
        if case .denied(let denial) = decision, denial.isExplicit { return !statement.allows }
        return statement.allows
    }

    private static func word(_ decision: AccessDecision) -> String {
        switch decision {
        case .allowed: "allowed"
        case .denied(let denial): denial.isExplicit ? "explicitDeny" : "implicitDeny"
        }
    }

    private static func policy(_ text: String, _ kind: PolicyDocument.Kind) throws(ServiceError) -> PolicyDocument {
        do throws(PolicyProblem) { return try PolicyDocument(text, kind: kind) } catch {
            throw ServiceError("InvalidInputException", error.message)
        }
    }

    /// The caller an ARN names.
    static func caller(_ text: String) -> Caller {
        guard let arn = ARN(text) else { return .anonymous }
        if arn.resource == "root" { return .root(account: arn.account) }
        guard arn.resource.hasPrefix("role/") else { return .user(arn: text) }
        let name = arn.resource.split(separator: "/").last ?? ""
        return .roleSession(role: text, session: "arn:aws:sts::\(arn.account):assumed-role/\(name)/simulation")
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
