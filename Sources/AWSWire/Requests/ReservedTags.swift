/// Tags of AWS's own, whose keys begin with `aws:`: they are set by CloudFormation alone, and do not count among those a resource may have.
package enum ReservedTags {
    /// What most services say of a request that would set one.
    package static let refusal = "aws: prefixed tag key names are not allowed for external use."

    /// Whether a key is one of them.
    package static func contains(_ key: String) -> Bool { key.utf8.count > 4 && key.lowercased().hasPrefix("aws:") }

    /// How many others there are.
    package static func othersCount(_ keys: some Sequence<String>) -> Int { keys.count { !contains($0) } }

    /// Whether a request may set tags of these keys.
    package static func mayBeSet(_ keys: some Sequence<String>, in context: RequestContext) -> Bool {
        context.maySetReservedTags || !keys.contains(where: contains)
    }
}
