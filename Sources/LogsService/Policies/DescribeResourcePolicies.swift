import AWSWire
import JSONTree
import ResourceNames

/// `DescribeResourcePolicies`: the policies of an account by name.
struct DescribeResourcePolicies: Operation {
    static let name = "DescribeResourcePolicies"
    let policies: ResourcePolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        // Policies of one resource are none here.
        let isOfAccount = try request.text("policyScope") ?? "ACCOUNT" == "ACCOUNT"
        let found = isOfAccount ? policies.all(in: context.territory) : []
        let page = try ListPage(found, request, list: "policies", clock) { $0.name }
        return OperationOutput(page.shape("resourcePolicies", \.shape))
    }
}
