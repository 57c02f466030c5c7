import ResourceNames

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
