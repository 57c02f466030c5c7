/// The types of resources that stacks may have.
struct ResourceTypes: Sendable {
    private let byName: [String: any ResourceType]

    /// Collects them.
    init(_ types: [any ResourceType]) {
        byName = Dictionary(uniqueKeysWithValues: types.map { ($0.facts.type, $0) })
    }

    /// A type by its name; `nil` when it is not served here.
    subscript(name: String) -> (any ResourceType)? { byName[name] }
}
