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
    /// - Parameter roles: Tells of a role; `nil` when it does not exist here.
    package static func actions(
        tokens: SessionTokens, roles: @escaping @Sendable (_ arn: String) -> RoleFacts?, clock: any WallClock
    ) -> ServiceActions {
        ServiceActions(
            service: "sts",
            [
                GetCallerIdentity(), AssumeRole(tokens: tokens, roles: roles, clock: clock),
                GetSessionToken(tokens: tokens, clock: clock), DecodeAuthorizationMessage(),
            ])
    }
}
