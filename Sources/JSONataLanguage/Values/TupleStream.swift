/// The results of a step in a path that binds variables or asks for parents: each with what was bound on its way.
final class TupleStream {
    /// One result.
    struct Tuple {
        /// The result itself.
        var context: Value
        /// What was bound, by the number of its name.
        var bindings: [(name: Int32, value: Value)] = []

        /// Binds a name, in place of what it named before.
        mutating func bind(_ name: Int32, _ value: Value) {
            if let position = bindings.firstIndex(where: { $0.name == name }) {
                bindings[position].value = value
            } else {
                bindings.append((name, value))
            }
        }
    }

    /// The results.
    let tuples: [Tuple]

    /// A stream of these results.
    init(_ tuples: [Tuple]) { self.tuples = tuples }

    /// The results alone.
    var contexts: Items { .values(tuples.map(\.context)) }
}
