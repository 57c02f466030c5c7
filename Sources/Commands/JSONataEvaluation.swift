import JSONTree
import JSONataLanguage
import ResourceNames

/// One JSONata expression and all it may look at.
struct JSONataEvaluation: Sendable {
    /// What a millisecond of a time limit allows: about what is evaluated in one.
    static let stepsPerMillisecond = 20_000

    /// The expression, with or without `{%` and `%}`.
    let expression: String
    /// `$states.input`; what `$` names when it is plain.
    var input: JSON?
    /// `$states.context`.
    var context: JSON = .emptyObject
    /// Further variables.
    var bindings = JSONObject()
    /// Whether it starts from an input, as JSONata does, and not from `$states`, as AWS does.
    var isPlain = false
    /// How much it may take.
    var limits = JSONataLimits.stepFunctions

    /// States what is asked for.
    init(expression: String, isPlain: Bool) {
        self.expression = expression
        self.isPlain = isPlain
        limits = isPlain ? .generous : .stepFunctions
    }

    /// Reads a line of a batch: `{"expr" | "path", "input" | "data"?, "context"?, "bindings"?, "timelimit"?, "depth"?}`.
    /// Other members are passed over.
    init(request line: [UInt8], isPlain: Bool) throws(EvaluationRequestProblem) {
        let request: JSON
        do throws(JSONError) { request = try JSON.parse(LoneSurrogateEscapes.replaced(line)) } catch {
            throw EvaluationRequestProblem(message: "Not JSON: \(error.message)")
        }
        guard request.isObject else { throw EvaluationRequestProblem(message: "Not a JSON object") }
        guard let expression = (request["expr"] ?? request["path"])?.stringValue else {
            throw EvaluationRequestProblem(message: "'expr' is not there or not a string")
        }
        self.init(expression: expression, isPlain: isPlain)
        input = request["input"] ?? request["data"]
        context = request["context"] ?? .emptyObject
        switch request["bindings"] {
        case nil, .null: break
        case .object(let object): bindings = object
        default: throw EvaluationRequestProblem(message: "'bindings' is not an object")
        }
        if let time = request["timelimit"]?.doubleValue {
            limits.steps = Int(min(max(0, time), 1e9)) * Self.stepsPerMillisecond
        }
        if let depth = request["depth"]?.integerValue { limits.depth = Int(clamping: depth) }
    }

    /// Evaluates it.
    ///
    /// - Parameters:
    ///   - now: What `$now` and `$millis` tell.
    ///   - seed: Where `$random` and `$uuid` draw from.
    func outcome(now: Timestamp, seed: UInt64) -> EvaluationOutcome {
        var environment = JSONataEnvironment(now: now, chance: Chance(seed: seed), limits: limits)
        do throws(JSONataError) {
            let version: JSONataVersion = isPlain ? .withDefaultOperator : .stepFunctions
            let compiled = try JSONataExpression(compiling: Self.unwrapped(expression), as: version)
            let values = compiled.bindings(from: variables)
            let result =
                isPlain
                ? try compiled.evaluate(input: input, bindings: values, environment: &environment)
                : try compiled.evaluate(bindings: values, environment: &environment)
            switch result {
            case .value(let value): return .result(value)
            case .undefined: return .undefined
            case .function:
                return .failure(
                    code: EvaluationOutcome.notJSON,
                    message: "The expression yields a function, which JSON cannot express")
            }
        } catch {
            return .expressionFailure(error)
        }
    }

    private var variables: JSONObject {
        guard !isPlain, bindings["states"] == nil else { return bindings }
        var variables = bindings
        variables["states"] = ["input": input ?? .emptyObject, "context": context]
        return variables
    }

    /// The expression between `{%` and `%}`, if it is written so.
    private static func unwrapped(_ text: String) -> String {
        guard text.hasPrefix("{%"), text.hasSuffix("%}"), text.utf8.count >= 4 else { return text }
        return String(text.dropFirst(2).dropLast(2))
    }
}
