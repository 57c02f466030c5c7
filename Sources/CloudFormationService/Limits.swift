/// CloudFormation's quotas. Source: user guide, "Understand CloudFormation quotas".
enum Limits {
    /// Bytes of a template in a request.
    static let bodyBytesMax = 51_200
    /// Bytes of a template in a bucket.
    static let objectBytesMax = 1_048_576
    /// Outputs of a template, as they are told.
    static let outputsMax = 200
    /// Bytes of a value that is exported.
    static let exportBytesMax = 1_024
    /// Stacks of an account in a region.
    static let stacksMax = 2_000
    /// Change sets of a stack.
    static let changeSetsMax = 1_000
    /// Entries of a page.
    static let page = 100
    /// How long a deleted stack is listed, in milliseconds: 90 days.
    static let deletedMilliseconds: Int64 = 90 * 86_400_000
    /// How often it is looked whether an operation has ended before its request is answered.
    static let restLooks = 100
    /// The pause between two such looks.
    static let restPause = Duration.milliseconds(20)
    /// How often it is looked whether an operation is to be given up.
    static let watchPause = Duration.milliseconds(500)
    /// How many of a stack's latest operations, and of the requests that began them, are remembered.
    static let recentMax = 20
    /// How deep stacks may be nested.
    static let nestingMax = 8
}
