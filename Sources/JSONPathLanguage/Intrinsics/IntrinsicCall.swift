import JSONTree
import ResourceNames

/// A call of an intrinsic function: `States.Format('Hello, {}', $.name)`.
///
/// Source: Amazon States Language, "Intrinsic Functions".
package struct IntrinsicCall: Sendable {
    /// The call as written.
    package let text: String
    /// Whether the function is one whose result is a string, as `ErrorPath` and `CausePath` demand.
    package var yieldsText: Bool { call.function.yieldsText }
    private let call: Call

    /// A call, taken apart.
    struct Call: Sendable {
        let function: IntrinsicFunction
        let arguments: [Argument]
        /// As written, without blanks around it.
        let text: String
    }

    /// An argument of a call.
    indirect enum Argument: Sendable {
        case constant(JSON)
        /// A string in quotes: its value, and the text between the quotes, in which `States.Format` tells `{}` from `\{\}`.
        case string(String, written: String)
        case path(JSONPath)
        case call(Call)
    }

    /// Reads a call.
    package init(_ text: String) throws(PathSyntaxError) {
        var parser = try IntrinsicParser(text)
        call = try parser.readWhole()
        self.text = text
    }

    /// The names of the variables its paths read.
    package var variableNames: [String] { Self.paths(of: call).compactMap(\.variableName) }

    /// The paths among its arguments, nested calls included.
    package var paths: [JSONPath] { Self.paths(of: call) }

    /// The value of the call.
    ///
    /// - Parameter field: The field in which the call stands; named in the cause of a failure.
    package func evaluate(in scope: some EvaluationScope, chance: inout Chance, field: String = "") throws(TemplateFailure) -> JSON {
        try Self.evaluate(call, in: scope, &chance, field)
    }

    private static func paths(of call: Call) -> [JSONPath] {
        var found: [JSONPath] = []
        for argument in call.arguments {
            switch argument {
            case .path(let path): found.append(path)
            case .call(let inner): found += paths(of: inner)
            case .constant, .string: break
            }
        }
        return found
    }

    private static func evaluate(
        _ call: Call, in scope: some EvaluationScope, _ chance: inout Chance, _ field: String
    ) throws(TemplateFailure) -> JSON {
        var values: [JSON] = []
        values.reserveCapacity(call.arguments.count)
        for argument in call.arguments {
            switch argument {
            case .constant(let value): values.append(value)
            case .string(let value, let written): values.append(.string(call.function == .format && values.isEmpty ? written : value))
            case .path(let path):
                do {
                    values.append(try path.evaluate(in: scope))
                } catch {
                    throw TemplateFailure(.argument(error, call: call.text), field: field, input: scope.input)
                }
            case .call(let inner): values.append(try evaluate(inner, in: scope, &chance, field))
            }
        }
        do {
            return try call.function.apply(IntrinsicArguments(values), &chance)
        } catch {
            throw TemplateFailure(.function(call: call.text, message: error.message), field: field, input: scope.input)
        }
    }
}
