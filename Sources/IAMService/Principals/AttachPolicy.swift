import AWSWire
import JSONTree
import ResourceNames

/// `AttachUserPolicy`, `AttachRolePolicy`; one that is attached already stays so.
struct AttachPolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Attach\(Kind.word)Policy" }
    let principals: Principals<Kind>
    let policies: ManagedPolicies

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let arn = try policies.attachable(request.requiredText("PolicyArn"), in: context.territory.account)
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            guard !principal.attached.contains(arn) else { return }
            guard principal.attached.count < Limits.attachedMax else {
                throw .limitExceeded("Cannot exceed quota for PoliciesPer\(Kind.word): \(Limits.attachedMax)")
            }
            principal.attached.append(arn)
        }
        return OperationOutput()
    }
}
