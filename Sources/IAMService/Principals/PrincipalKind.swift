/// Users and roles have most actions in common; this is what tells them apart.
protocol PrincipalKind: Sendable {
    /// `User`, `Role`: part of the names of actions and members.
    static var word: String { get }
    /// Of ids.
    static var prefix: String { get }
    /// Bytes of all inline policies together.
    static var inlineBytesMax: Int { get }
}

extension PrincipalKind {
    /// In messages: `user`, `role`.
    static var noun: String { word.lowercased() }
    /// The member that names one: `UserName`, `RoleName`.
    static var nameMember: String { "\(word)Name" }
}

/// People and programs with keys of their own.
enum UserKind: PrincipalKind {
    static let word = "User"
    static let prefix = "AIDA"
    static let inlineBytesMax = Limits.userPolicyBytesMax
}

/// What services and others assume.
enum RoleKind: PrincipalKind {
    static let word = "Role"
    static let prefix = "AROA"
    static let inlineBytesMax = Limits.rolePolicyBytesMax
}
