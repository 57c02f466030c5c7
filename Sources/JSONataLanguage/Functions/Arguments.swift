/// The arguments of a function of the language, their types being checked.
struct Arguments {
    /// All of them.
    let values: [Value]

    /// Takes them.
    init(_ values: [Value]) { self.values = values }

    /// An argument; undefined where it is missing.
    subscript(index: Int) -> Value { index < values.count ? values[index] : .undefined }

    /// An argument as a string.
    func text(_ index: Int) -> String? { if case .text(let text) = self[index] { text } else { nil } }

    /// An argument as a number.
    func number(_ index: Int) -> Double? { if case .number(let number) = self[index] { number } else { nil } }

    /// An argument as a function.
    func function(_ index: Int) -> Function? { if case .function(let function) = self[index] { function } else { nil } }

    /// An argument's elements.
    func items(_ index: Int) -> Items? { self[index].items }
}
