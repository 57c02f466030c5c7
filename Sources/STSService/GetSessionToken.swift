import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// `GetSessionToken`: temporary credentials of the caller itself.
struct GetSessionToken: Operation {
    static let name = "GetSessionToken"
    let tokens: SessionTokens
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let caller = context.sender?.caller ?? .root(account: context.territory.account)
        if case .roleSession = caller {
            throw ServiceError("AccessDenied", "Cannot call GetSessionToken with session credentials", status: 403)
        }
        let seconds =
            input["DurationSeconds"].flatMap { $0.integerValue ?? $0.stringValue.flatMap(Int64.init) } ?? 43_200
        let session = Session(caller: caller, expiration: clock.now + .seconds(seconds))
        return OperationOutput(["Credentials": tokens.credentials(of: session)])
    }
}
