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
    package func evaluate(in scope: some EvaluationScope, chance: inout Chance, field: String = "")
        throws(TemplateFailure) -> JSON
    {
        do {
            return try Self.evaluate(call, in: scope, &chance)
        } catch {
            switch error {
            case .argument(let failure):
                throw TemplateFailure(.argument(failure, call: text), field: field, input: scope.input)
            case .function(let failure):
                throw TemplateFailure(.function(call: text, message: failure.message), field: field, input: scope.input)
            }
        }
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

    /// What stopped a call; where it stands in the text does not matter, since AWS names the whole text.
    private enum Stop: Error {
        case argument(PathFailure)
        case function(IntrinsicFailure)
    }

    private static func evaluate(_ call: Call, in scope: some EvaluationScope, _ chance: inout Chance) throws(Stop)
        -> JSON
    {
        var values: [JSON] = []
        values.reserveCapacity(call.arguments.count)
        for argument in call.arguments {
            switch argument {
            case .constant(let value): values.append(value)
            case .string(let value, let written):
                values.append(.string(call.function == .format && values.isEmpty ? written : value))
            case .path(let path): values.append(try value(of: path, in: scope))
            case .call(let inner): values.append(try evaluate(inner, in: scope, &chance))
            }
        }
        do {
            return try call.function.apply(IntrinsicArguments(values), &chance)
        } catch {
            throw .function(error)
        }
    }

    /// An index beyond the end of an array is no value here, though a field that is such a path becomes `null`; so AWS was observed to do.
    private static func value(of path: JSONPath, in scope: some EvaluationScope) throws(Stop) -> JSON {
        let value: JSON
        do {
            value = try path.evaluate(in: scope)
        } catch {
            throw .argument(error)
        }
        if value.isNull, path.isReference, !path.exists(in: scope) {
            throw .argument(PathFailure(.notFound, path: path.text, detail: "No results for path: \(path.text)"))
        }
        return value
    }
}
