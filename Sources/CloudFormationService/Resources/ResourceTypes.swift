/// The types of resources that stacks may have.
struct ResourceTypes: Sendable {
    private let byName: [String: any ResourceType]
    private let custom: @Sendable (_ type: String) -> (any ResourceType)?

    /// Collects them.
    ///
    /// - Parameter custom: Types that only templates know.
    init(
        _ types: [any ResourceType], custom: @escaping @Sendable (_ type: String) -> (any ResourceType)? = { _ in nil }
    ) {
        byName = Dictionary(uniqueKeysWithValues: types.map { ($0.facts.type, $0) })
        self.custom = custom
    }

    /// A type by its name; `nil` when it is not served here.
    subscript(name: String) -> (any ResourceType)? { byName[name] ?? custom(name) }
}
