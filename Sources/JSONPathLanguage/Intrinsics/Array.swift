import JSONTree

extension IntrinsicFunction {
    /// `States.Array(a, b …)`: an array of the arguments.
    static func array(_ arguments: IntrinsicArguments) -> JSON { .array(arguments.values) }
}
