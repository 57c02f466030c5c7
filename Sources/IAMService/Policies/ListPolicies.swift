import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `ListPolicies`: the account's own, AWS's, or both.
struct ListPolicies: Operation {
    static let name = "ListPolicies"
    let policies: ManagedPolicies
    let usage: Usage

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let account = context.territory.account
        let (scope, prefix) = (try request.text("Scope") ?? "All", try request.text("PathPrefix") ?? "/")
        let purpose = try request.text("PolicyUsageFilter")
        let onlyAttached = try request.flag("OnlyAttached")
        var found: [(policy: ManagedPolicy, attachments: Int, boundaries: Int)] = []
        let own = scope == "AWS" ? [] : policies.all(of: account)
        let stock = scope == "Local" ? [] : AWSPolicies.all.values.map { $0 }
        for policy in own + stock where policy.path.hasPrefix(prefix) {
            let attachments = usage.attachments(of: policy, in: account)
            let boundaries = usage.boundaries(of: policy, in: account)
            if onlyAttached, attachments + boundaries == 0 { continue }
            if purpose == "PermissionsPolicy", attachments == 0 { continue }
            if purpose == "PermissionsBoundary", boundaries == 0 { continue }
            found.append((policy, attachments, boundaries))
        }
        found.sort { $0.policy.arn.utf8.lexicographicallyPrecedes($1.policy.arn.utf8) }
        return OperationOutput(
            try ListPage(found, request, list: Self.name, policies.pages) { $0.policy.arn }.shape("Policies") {
                $0.policy.shape(attachments: $0.attachments, boundaries: $0.boundaries, isWhole: false)
            })
    }
}
