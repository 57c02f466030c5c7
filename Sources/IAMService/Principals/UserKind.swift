import ResourceNames

/// People and programs with keys of their own.
enum UserKind: PrincipalKind {
    static let word = "User"
    static let prefix = "AIDA"
    static let inlineBytesMax = Limits.userPolicyBytesMax
}
