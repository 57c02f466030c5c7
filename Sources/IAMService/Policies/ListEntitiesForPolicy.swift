import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `ListEntitiesForPolicy`: who has it.
struct ListEntitiesForPolicy: Operation {
    static let name = "ListEntitiesForPolicy"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let policy = try policies.get(request.requiredText("PolicyArn"), in: account)
        let filter = try request.text("EntityFilter")
        let (prefix, purpose) = (try request.text("PathPrefix") ?? "/", try request.text("PolicyUsageFilter"))
        func hasIt<Kind>(_ principal: Principal<Kind>) -> Bool {
            guard principal.path.hasPrefix(prefix) else { return false }
            let isAttached = principal.attached.contains(policy.arn) && purpose != "PermissionsBoundary"
            return isAttached || (principal.boundary == policy.arn && purpose != "PermissionsPolicy")
        }
        func shape<Kind>(_ principal: Principal<Kind>) -> JSON {
            [Kind.nameMember: .string(principal.name), "\(Kind.word)Id": .string(principal.id)]
        }
        let users = filter.map { $0 == "User" } ?? true ? usage.users.all(of: account).filter(hasIt) : []
        let roles = filter.map { $0 == "Role" } ?? true ? usage.roles.all(of: account).filter(hasIt) : []
        let groups = filter.map { $0 == "Group" } ?? true ? usage.groups.all(of: account).filter(hasIt) : []
        return OperationOutput([
            "PolicyGroups": .array(groups.map(shape)), "PolicyUsers": .array(users.map(shape)),
            "PolicyRoles": .array(roles.map(shape)),
            "IsTruncated": false,
        ])
    }
}
