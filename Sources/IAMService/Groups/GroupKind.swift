import ResourceNames

/// Users who may do the same.
enum GroupKind: PrincipalKind {
    static let word = "Group"
    static let prefix = "AGPA"
    static let inlineBytesMax = Limits.groupPolicyBytesMax
}
