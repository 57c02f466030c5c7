import JSONTree

extension IntrinsicFunction {
    /// `States.JsonToString(value)`: the value as JSON text.
    static func jsonToString(_ arguments: IntrinsicArguments) -> JSON { .string(arguments[0].text) }
}
