import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `PutUserPolicy`, `PutRolePolicy`: adds an inline policy, or replaces the one of that name.
struct PutInlinePolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Put\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let (name, document) = (try request.requiredText("PolicyName"), try request.requiredText("PolicyDocument"))
        try PolicyChecks.check(document, .identity)
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            if let place = principal.inline.firstIndex(where: { $0.name == name }) {
                principal.inline[place].document = document
            } else {
                principal.inline.append((name, document))
            }
            let size = principal.inline.reduce(0) { $0 + PolicyChecks.byteCount($1.document) }
            guard size <= Kind.inlineBytesMax else {
                throw .limitExceeded(
                    "Maximum policy size of \(Kind.inlineBytesMax) bytes exceeded for \(Kind.noun) \(principal.name)")
            }
        }
        return OperationOutput()
    }
}

/// `GetUserPolicy`, `GetRolePolicy`.
struct GetInlinePolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Get\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("PolicyName")
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        guard let policy = principal.inline.first(where: { $0.name == name }) else {
            throw .noSuchInlinePolicy(name, of: Kind.noun)
        }
        return OperationOutput([
            Kind.nameMember: .string(principal.name), "PolicyName": .string(name),
            "PolicyDocument": PolicyChecks.shown(policy.document),
        ])
    }
}

/// `DeleteUserPolicy`, `DeleteRolePolicy`.
struct DeleteInlinePolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Delete\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("PolicyName")
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            guard let place = principal.inline.firstIndex(where: { $0.name == name }) else {
                throw .noSuchInlinePolicy(name, of: Kind.noun)
            }
            principal.inline.remove(at: place)
        }
        return OperationOutput()
    }
}

/// `ListUserPolicies`, `ListRolePolicies`: names alone.
struct ListInlinePolicies<Kind: PrincipalKind>: Operation {
    static var name: String { "List\(Kind.word)Policies" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let principal = try principals.get(request.requiredText(Kind.nameMember), in: context.territory.account)
        let names = principal.inline.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return OperationOutput(try ListPage(names, request) { $0 }.shape("PolicyNames") { .string($0) })
    }
}

extension ServiceError {
    fileprivate static func noSuchInlinePolicy(_ name: String, of noun: String) -> ServiceError {
        .noSuchEntity("The \(noun) policy with name \(name) cannot be found.")
    }
}
