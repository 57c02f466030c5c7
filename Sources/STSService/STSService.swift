import AWSWire
import ResourceNames

/// The actions of STS.
package enum STSService {
    /// What a session needs to know of a role.
    package struct RoleFacts: Sendable {
        /// `AROA…`.
        package let id: String
        /// How long a session lasts at most.
        package let sessionSecondsMax: Int

        /// States both.
        package init(id: String, sessionSecondsMax: Int) { (self.id, self.sessionSecondsMax) = (id, sessionSecondsMax) }
    }

    /// All actions served.
    ///
    /// - Parameters:
    ///   - roles: Tells of a role; `nil` when it does not exist here.
    ///   - account: Whose an access key is, by its id; `nil` for one that was not made here.
    package static func actions(
        tokens: SessionTokens, roles: @escaping @Sendable (_ arn: String) -> RoleFacts?,
        account: @escaping @Sendable (_ accessKeyID: String) -> String?, clock: any WallClock
    ) -> ServiceActions {
        ServiceActions(
            service: "sts",
            [
                GetCallerIdentity(), AssumeRole(tokens: tokens, roles: roles, clock: clock),
                GetSessionToken(tokens: tokens, clock: clock), DecodeAuthorizationMessage(),
                GetAccessKeyInfo(account: account),
            ])
    }
}
