import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `SimulatePrincipalPolicy`: what a user or role may do.
struct SimulatePrincipalPolicy: Operation {
    static let name = "SimulatePrincipalPolicy"
    let users: Principals<UserKind>
    let roles: Principals<RoleKind>
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let source = try request.requiredText("PolicySourceArn")
        let grants = try grants(source)
        let simulation = try Simulation(
            request, identity: grants.identity, boundary: grants.boundary, caller: Simulation.caller(source),
            account: context.territory.account)
        return OperationOutput(try simulation.results(request))
    }

    private func grants(_ arn: String) throws(ServiceError) -> Grants {
        if let user = users.find(arn: arn) { return Grants(user, policies) }
        if let role = roles.find(arn: arn) { return Grants(role, policies) }
        throw .noSuchEntity("\(arn) is neither a user nor a role of this account.")
    }
}

/// `SimulateCustomPolicy`: what policies would allow that nobody has yet.
struct SimulateCustomPolicy: Operation {
    static let name = "SimulateCustomPolicy"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let simulation = try Simulation(
            request, identity: [], boundary: nil, caller: .user(arn: "arn:aws:iam::\(account):user/simulated"),
            account: account)
        return OperationOutput(try simulation.results(request))
    }
}
