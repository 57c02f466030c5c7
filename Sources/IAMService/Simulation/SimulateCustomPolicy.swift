import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `SimulateCustomPolicy`: what policies would allow that nobody has yet.
struct SimulateCustomPolicy: Operation {
    static let name = "SimulateCustomPolicy"
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let simulation = try Simulation(
            request, identity: [], boundary: nil, caller: .user(arn: "arn:aws:iam::\(account):user/simulated"),
            account: account)
        return OperationOutput(try simulation.results(request, pages))
    }
}
