import JSONTree

/// An array with the marks that tell a sequence, which dissolves into its surroundings, from an array that stays one.
final class List {
    /// What a list is besides its elements.
    struct Marks: OptionSet {
        /// The bits.
        let rawValue: UInt8

        /// The result of a path or a function: one element stands for itself, none for no value.
        static let sequence = Marks(rawValue: 1)
        /// A sequence of one element stays an array (`[]`).
        static let keepsSingleton = Marks(rawValue: 2)
        /// An array constructor's result in a path, which is not flattened into the other results.
        static let constructed = Marks(rawValue: 4)
        /// The only element is the input, which is an array.
        static let wrapsInput = Marks(rawValue: 8)
    }

    /// The elements.
    let items: Items
    /// What else it is.
    let marks: Marks
    /// See `Value.depth`.
    private(set) var depth: Int

    /// A list of elements from outside.
    init(json: [JSON]) {
        items = .json(json)
        marks = []
        depth = 0
    }

    /// A list of computed elements.
    init(_ values: [Value], marks: Marks = []) {
        var depth = 0
        for value in values { depth = max(depth, value.depth) }
        items = .values(values)
        self.marks = marks
        self.depth = depth + 1
    }

    /// The elements of a list under other marks.
    init(_ list: List, marks: Marks) {
        items = list.items
        self.marks = marks
        depth = list.depth
    }

    /// Consecutive whole numbers: a sequence.
    init(first: Int, count: Int) {
        items = .range(first: first, count: count)
        marks = .sequence
        depth = 1
    }

    /// Finds its depth anew after values in it have changed.
    func measure() {
        guard case .values(let values) = items else { return }
        depth = values.reduce(0) { max($0, $1.depth) } + 1
    }

    /// Whether it is a sequence.
    var isSequence: Bool { marks.contains(.sequence) }
}
