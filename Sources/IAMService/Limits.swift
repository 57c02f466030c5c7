/// The bounds of IAM. Source: IAM user guide, "IAM and AWS STS quotas".
enum Limits {
    /// Entries of a page of a list.
    static let listPage = 100
    /// Managed policies attached to a user or role.
    static let attachedMax = 10
    /// Bytes of a managed policy, white space aside.
    static let managedPolicyBytesMax = 6_144
    /// Versions of a managed policy.
    static let versionsMax = 5
    /// Bytes of all inline policies of a role together, white space aside.
    static let rolePolicyBytesMax = 10_240
    /// Bytes of all inline policies of a user together, white space aside.
    static let userPolicyBytesMax = 2_048
    /// Bytes of all inline policies of a group together, white space aside.
    static let groupPolicyBytesMax = 5_120
    /// Groups a user may be in.
    static let groupsMax = 10
    /// Bytes of a trust policy, white space aside.
    static let trustPolicyBytesMax = 2_048
    /// Access keys of a user.
    static let keysMax = 2
    /// Tags of a user, role or policy.
    static let tagsMax = 50
    /// Users and roles whose rights are kept worked out.
    static let rememberedGrantsMax = 4_096
}
