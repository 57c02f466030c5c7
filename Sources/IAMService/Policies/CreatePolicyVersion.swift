import AWSWire
import JSONTree
import ResourceNames

/// `CreatePolicyVersion`.
struct CreatePolicyVersion: Operation {
    static let name = "CreatePolicyVersion"
    let policies: ManagedPolicies
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let document = try ManagedPolicyText.checked(request.requiredText("PolicyDocument"))
        let becomesDefault = try request.flag("SetAsDefault")
        let shape = try await policies.change(request.requiredText("PolicyArn"), in: context.territory.account) {
            policy throws(ServiceError) -> JSON in
            guard policy.versions.count < Limits.versionsMax else {
                throw .limitExceeded(
                    "A managed policy can have up to \(Limits.versionsMax) versions. Before you create a new version, you must delete an existing version."
                )
            }
            let version = ManagedPolicy.Version(
                id: "v\(policy.nextNumber)", document: document, createdAt: clock.now)
            policy.nextNumber += 1
            policy.versions.append(version)
            if becomesDefault { (policy.defaultVersion, policy.updatedAt) = (version.id, clock.now) }
            return policy.shape(of: version, isWhole: false)
        }
        return OperationOutput(["PolicyVersion": shape])
    }
}
