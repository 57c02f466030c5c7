import JSONTree

/// What it takes that one kind of resource may use another.
struct ConnectorProfile {
    /// Where the rights are written down.
    enum Place: Equatable {
        /// A managed policy of the source's role.
        case sourceRole
        /// A managed policy of the destination's role.
        case destinationRole
        /// The destination queue's policy.
        case queuePolicy
        /// The destination topic's policy.
        case topicPolicy
        /// The destination function's permissions.
        case permission
    }

    /// Something that must not be made before the policy is there.
    enum Dependent {
        /// The event source mapping from the source to the destination.
        case mapping
        /// The source itself.
        case source
    }

    /// A kind of access, `Read` or `Write`, with the statements or the permission it takes.
    struct Access {
        /// `Read` or `Write`.
        let name: String
        /// Statements, or the one permission.
        let statements: [JSON]
    }

    /// Where the rights are written down.
    let place: Place
    /// What has to wait for the policy.
    var dependent: Dependent?
    /// The kinds of access there are, in the order in which they are written.
    let accesses: [Access]
    /// The kinds of access that go together; empty when any do.
    var combinations: [[String]] = []
}
