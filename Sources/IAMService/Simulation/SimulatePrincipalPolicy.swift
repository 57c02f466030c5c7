import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `SimulatePrincipalPolicy`: what a user, a role or a group may do.
struct SimulatePrincipalPolicy: Operation {
    static let name = "SimulatePrincipalPolicy"
    let users: Principals<UserKind>
    let roles: Principals<RoleKind>
    let groups: Principals<GroupKind>
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let source = try request.requiredText("PolicySourceArn")
        let grants = try grants(source)
        let simulation = try Simulation(
            request, identity: grants.identity, boundary: grants.boundary, caller: Simulation.caller(source),
            account: context.territory.account)
        return OperationOutput(try simulation.results(request, users.pages))
    }

    private func grants(_ arn: String) throws(ServiceError) -> Grants {
        if let user = users.find(arn: arn) { return Grants(user, policies, groups: groups) }
        if let role = roles.find(arn: arn) { return Grants(role, policies) }
        if let group = groups.find(arn: arn) { return Grants(group, policies) }
        throw .noSuchEntity("\(arn) is neither a user nor a role nor a group of this account.")
    }
}
