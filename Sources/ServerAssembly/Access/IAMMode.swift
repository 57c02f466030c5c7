/// How far policies are obeyed.
package enum IAMMode: String, Sendable, CaseIterable {
    /// Users and roles that exist here may do what their policies allow; a role that does not exist may do everything, and the log says so.
    case auto
    /// A role that does not exist may do nothing.
    case enforce
    /// Everybody may do everything.
    case off
}
