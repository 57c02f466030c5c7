import AWSWire
import JSONTree
import ResourceNames

/// `SetDefaultPolicyVersion`.
struct SetDefaultPolicyVersion: Operation {
    static let name = "SetDefaultPolicyVersion"
    let policies: ManagedPolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let id = try request.requiredText("VersionId")
        try await policies.change(request.requiredText("PolicyArn"), in: context.territory.account) {
            policy throws(ServiceError) in
            policy.defaultVersion = try policy.version(id).id
            policy.updatedAt = clock.now
        }
        return OperationOutput()
    }
}
