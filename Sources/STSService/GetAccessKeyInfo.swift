import AWSWire
import JSONTree
import ResourceNames

/// `GetAccessKeyInfo`: the account of an access key. One that was not made here, as those of sessions, is taken for the caller's own.
struct GetAccessKeyInfo: Operation {
    static let name = "GetAccessKeyInfo"
    let account: @Sendable (_ accessKeyID: String) -> String?

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let found = account(input["AccessKeyId"]?.stringValue ?? "")
        return OperationOutput(["Account": .string(found ?? context.territory.account)])
    }
}
