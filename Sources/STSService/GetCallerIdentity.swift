import AWSWire
import JSONTree
import ResourceNames

/// `GetCallerIdentity`: who asks. Every tool calls it first.
package struct GetCallerIdentity: Operation {
    package static let name = "GetCallerIdentity"

    /// Makes the action.
    package init() {}

    /// Answers the assumed role of a role's session, else the root of the caller's account.
    package func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        var (user, arn) = (account, "arn:aws:iam::\(account):root")
        if let role = context.roleARN,
            let name = role.utf8.split(separator: UInt8(ascii: "/")).last.flatMap({ String($0) })
        {
            (user, arn) = ("AROA\(account):newel", "arn:aws:sts::\(account):assumed-role/\(name)/newel")
        }
        return OperationOutput(["UserId": .string(user), "Account": .string(account), "Arn": .string(arn)])
    }
}
