import ResourceNames

/// What services and others assume.
enum RoleKind: PrincipalKind {
    static let word = "Role"
    static let prefix = "AROA"
    static let inlineBytesMax = Limits.rolePolicyBytesMax
}
