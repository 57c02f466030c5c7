import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `AssumeRole`: credentials of a role's session. Whether the caller may is decided before, by the role's trust policy.
struct AssumeRole: Operation {
    static let name = "AssumeRole"
    let tokens: SessionTokens
    let roles: @Sendable (_ arn: String) -> STSService.RoleFacts?
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let text = input["RoleArn"]?.stringValue, let name = input["RoleSessionName"]?.stringValue else {
            throw ServiceError("ValidationError", "RoleArn and RoleSessionName are required.")
        }
        guard let role = ARN(text), role.service == "iam", role.resource.hasPrefix("role/") else {
            throw ServiceError("ValidationError", "\(text) is invalid")
        }
        let facts = roles(text)
        let seconds =
            input["DurationSeconds"].flatMap { $0.integerValue ?? $0.stringValue.flatMap(Int64.init) } ?? 3_600
        if let facts, seconds > facts.sessionSecondsMax {
            throw ServiceError(
                "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
        }
        let roleName = role.resource.split(separator: "/").last ?? ""
        let arn = "arn:aws:sts::\(role.account):assumed-role/\(roleName)/\(name)"
        let policies = try Self.policies(input)
        let session = Session(
            caller: .roleSession(role: text, session: arn), expiration: clock.now + .seconds(seconds),
            policies: policies)
        return OperationOutput([
            "Credentials": tokens.credentials(of: session),
            "AssumedRoleUser": [
                "AssumedRoleId": .string("\(facts?.id ?? "AROA\(role.account)"):\(name)"), "Arn": .string(arn),
            ],
        ])
    }

    private static func policies(_ input: JSON) throws(ServiceError) -> [String] {
        guard let text = input["Policy"]?.stringValue else { return [] }
        do throws(PolicyProblem) { _ = try PolicyDocument(text, kind: .identity) } catch {
            throw ServiceError("MalformedPolicyDocumentException", error.message)
        }
        return [text]
    }
}
