import JSONTree

/// The item of a Map iteration: `$$.Map.Item`.
struct MapItem: Sendable {
    /// Its position, from 0.
    let index: Int
    /// The item itself.
    let value: JSON
}
