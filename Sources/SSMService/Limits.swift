/// What Parameter Store allows. Source: AWS General Reference, "AWS Systems Manager endpoints and quotas"; API reference of the actions.
enum Limits {
    /// Bytes of a name with the path before it.
    static let nameBytesMax = 1_011
    /// Parts of a path.
    static let levelsMax = 15
    /// Bytes of a value of a standard parameter.
    static let standardBytesMax = 4_096
    /// Bytes of a value of an advanced parameter.
    static let advancedBytesMax = 8_192
    /// Standard parameters of an account in a region.
    static let standardMax = 10_000
    /// Advanced parameters of an account in a region.
    static let advancedMax = 100_000
    /// Versions that are kept of a parameter.
    static let versionsMax = 100
    /// Labels of a version.
    static let labelsMax = 10
    /// Tags of a parameter.
    static let tagsMax = 50
    /// Bytes that a key of KMS encrypts by itself.
    static let encryptedBytesMax = 4_096
    /// Instructions of a compiled pattern for values: matching takes time in proportion to it.
    static let patternInstructionsMax = 10_000
    /// Entries of a page below a path when nobody says how many.
    static let pathPage = 10
    /// The same of other lists.
    static let listPage = 50
}
