/// On whose behalf something is written to a log: the role of a function must let it.
package struct LogAuthor: Sendable, Hashable {
    /// The role.
    package let roleARN: String
    /// What its session is called.
    package let sessionName: String

    /// A session of a role.
    package init(roleARN: String, sessionName: String) {
        (self.roleARN, self.sessionName) = (roleARN, sessionName)
    }
}
