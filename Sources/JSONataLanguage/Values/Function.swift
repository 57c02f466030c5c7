/// A function as a value.
final class Function {
    /// What it does.
    enum Kind {
        /// Evaluates the body of a `function(…){…}` where it was written.
        case lambda(Int32, frame: Frame?, input: Value)
        /// A function of the language.
        case builtin(Builtin)
        /// Calls another with some arguments given; `nil` marks those still to come.
        case partial(Function, arguments: [Value?])
        /// Gives what the first makes to the second.
        case chain(Function, Function)
        /// Matches a text.
        case pattern(Int32)
        /// Goes on matching a text.
        case nextMatch(Int32, text: [UInt16], from: Int)
        /// Changes a copy of its argument.
        case transform(Int32, frame: Frame?)
    }

    /// What it does.
    let kind: Kind
    /// See `Value.depth`.
    let depth: Int

    /// A function.
    init(_ kind: Kind) {
        self.kind = kind
        switch kind {
        case .lambda(_, _, let input): depth = input.depth + 1
        case .partial(let function, let arguments):
            depth = arguments.reduce(function.depth) { max($0, $1?.depth ?? 0) } + 1
        case .chain(let one, let other): depth = max(one.depth, other.depth) + 1
        default: depth = 1
        }
    }
}
