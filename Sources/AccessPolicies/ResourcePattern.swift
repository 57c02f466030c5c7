/// What a `Resource` element means: everything, or an ARN whose segments may hold wildcards.
///
/// A wildcard stays inside its segment, but for the last one, which holds all further colons. Segments that are left out are any.
///
/// Source: IAM user guide, "IAM JSON policy elements: Resource".
struct ResourcePattern {
    private let pattern: WildcardPattern

    /// Means what a text with wildcards means as a resource.
    init(_ pattern: WildcardPattern) { self.pattern = pattern }

    /// Whether a resource is meant; `*` is a resource that only `*` means.
    func matches(_ resource: String) -> Bool {
        if pattern.isEverything { return true }
        let segments = pattern.segments
        let parts = resource.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, segments.count > 1 else { return pattern.matches(resource) }
        return zip(segments, parts).allSatisfy { $0.matches($1) }
    }
}
