import AWSWire
import JSONTree
import ResourceNames

/// `GetUser`, `GetRole`.
struct GetPrincipal<Kind: PrincipalKind>: Operation {
    static var name: String { "Get\(Kind.word)" }
    let principals: Principals<Kind>

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let account = context.territory.account
        guard let name = try ActionInput(input).text(Kind.nameMember) else {
            // GetUser without a name asks for the caller.
            return OperationOutput([
                Kind.word: [
                    "UserId": .string(account), "Path": "/", "UserName": "root",
                    "Arn": .string("arn:aws:iam::\(account):root"),
                    "CreateDate": "1970-01-01T00:00:00Z",
                ]
            ])
        }
        return OperationOutput([Kind.word: try principals.get(name, in: account).shape(isWhole: true)])
    }
}
