import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `GetCallerIdentity`: who asks. Every tool calls it first.
package struct GetCallerIdentity: Operation {
    package static let name = "GetCallerIdentity"

    /// Makes the action.
    package init() {}

    /// Answers the user or session that asks, else the root of the caller's account.
    package func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        let caller =
            context.sender?.caller ?? context.roleARN.flatMap { Caller.session(of: $0, named: context.sessionName) }
            ?? .root(account: account)
        let user: String =
            switch caller {
            case .root(let account): account
            case .roleSession(_, let session): "AROA\(account):\(session.split(separator: "/").last ?? "")"
            default: "AIDA\(account)"
            }
        return OperationOutput(["UserId": .string(user), "Account": .string(account), "Arn": .string(caller.name)])
    }
}
