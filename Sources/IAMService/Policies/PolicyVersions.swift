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

/// `GetPolicyVersion`: with the document.
struct GetPolicyVersion: Operation {
    static let name = "GetPolicyVersion"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let policy = try policies.get(request.requiredText("PolicyArn"), in: context.territory.account)
        let version = try policy.version(request.requiredText("VersionId"))
        return OperationOutput(["PolicyVersion": policy.shape(of: version, isWhole: true)])
    }
}

/// `ListPolicyVersions`, newest first.
struct ListPolicyVersions: Operation {
    static let name = "ListPolicyVersions"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let policy = try policies.get(ActionInput(input).requiredText("PolicyArn"), in: context.territory.account)
        let versions = policy.versions.reversed().map { policy.shape(of: $0, isWhole: false) }
        return OperationOutput(["Versions": .array(versions), "IsTruncated": false])
    }
}

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

/// `DeletePolicyVersion`: one that is not the default.
struct DeletePolicyVersion: Operation {
    static let name = "DeletePolicyVersion"
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let id = try request.requiredText("VersionId")
        try await policies.change(request.requiredText("PolicyArn"), in: context.territory.account) {
            policy throws(ServiceError) in
            guard try policy.version(id).id != policy.defaultVersion else {
                throw .deleteConflict("Cannot delete the default version of a policy.")
            }
            policy.versions.removeAll { $0.id == id }
        }
        return OperationOutput()
    }
}

extension ManagedPolicy {
    /// A version by its id.
    fileprivate func version(_ id: String) throws(ServiceError) -> Version {
        guard let version = versions.first(where: { $0.id == id }) else {
            throw .noSuchEntity("Policy \(arn) version \(id) does not exist or is not attachable.")
        }
        return version
    }
}
