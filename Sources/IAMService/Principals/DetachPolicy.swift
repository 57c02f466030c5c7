import AWSWire
import JSONTree
import ResourceNames

/// `DetachUserPolicy`, `DetachRolePolicy`.
struct DetachPolicy<Kind: PrincipalKind>: Operation {
    static var name: String { "Detach\(Kind.word)Policy" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let arn = try request.requiredText("PolicyArn")
        try await principals.change(request.requiredText(Kind.nameMember), in: context.territory.account) {
            principal throws(ServiceError) in
            guard let place = principal.attached.firstIndex(of: arn) else {
                throw .noSuchEntity("Policy \(arn) was not found.")
            }
            principal.attached.remove(at: place)
        }
        return OperationOutput()
    }
}
