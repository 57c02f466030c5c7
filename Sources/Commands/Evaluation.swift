import JSONPathLanguage
import JSONTree
import ResourceNames

/// One expression and all it may look at.
struct Evaluation: Sendable {
    /// What the expression is written in.
    let language: EvaluationLanguage
    /// A text; a template may be the JSON itself.
    let expression: JSON
    /// What `$` names.
    let input: JSON
    /// What `$$` names.
    let context: JSON
    /// What `$name` names; without any, `$name` is no path.
    let bindings: JSONObject?

    /// States all of it.
    init(
        language: EvaluationLanguage, expression: JSON, input: JSON = .emptyObject, context: JSON = .emptyObject,
        bindings: JSONObject? = nil
    ) {
        (self.language, self.expression, self.input, self.context, self.bindings) = (
            language, expression, input, context, bindings
        )
    }

    /// Reads a line of a batch: `{"path" | "expr", "input" | "data"?, "context"?, "bindings"?}`. Other members are passed over.
    init(language: EvaluationLanguage, request line: [UInt8]) throws(EvaluationRequestProblem) {
        let request: JSON
        do throws(JSONError) { request = try JSON.parse(line) } catch {
            throw EvaluationRequestProblem(message: "Not JSON: \(error.message)")
        }
        guard request.isObject else { throw EvaluationRequestProblem(message: "Not a JSON object") }
        guard let expression = request["expr"] ?? request["path"] else {
            throw EvaluationRequestProblem(message: "Neither 'path' nor 'expr' is there")
        }
        guard expression.isString || language == .template else {
            throw EvaluationRequestProblem(message: "The expression is not a string")
        }
        var bindings: JSONObject?
        switch request["bindings"] {
        case nil, .null: break
        case .object(let object): bindings = object
        default: throw EvaluationRequestProblem(message: "'bindings' is not an object")
        }
        self.init(
            language: language, expression: expression, input: request["input"] ?? request["data"] ?? .emptyObject,
            context: request["context"] ?? .emptyObject, bindings: bindings)
    }

    /// Evaluates it.
    ///
    /// - Parameter seed: Where `States.UUID` and `States.MathRandom` draw from.
    func outcome(seed: UInt64) -> EvaluationOutcome {
        switch language {
        case .jsonpath: pathOutcome
        case .template: templateOutcome(seed)
        case .jsonata: preconditionFailure("JSONata has an evaluation of its own")
        }
    }

    private var pathOutcome: EvaluationOutcome {
        let path: JSONPath
        do throws(PathSyntaxError) {
            path = try JSONPath(expression.stringValue ?? "", allowingVariables: bindings != nil)
        } catch {
            return .failure(code: EvaluationOutcome.invalidPath, message: "\(error.message) (at byte \(error.offset))")
        }
        do throws(PathFailure) {
            return .result(try path.evaluate(in: scope))
        } catch {
            return .failure(
                code: error.kind == .notFound ? EvaluationOutcome.notFound : EvaluationOutcome.other,
                message: error.detail)
        }
    }

    private func templateOutcome(_ seed: UInt64) -> EvaluationOutcome {
        let (template, isField): (PayloadTemplate, Bool)
        do {
            if case .string(let text) = expression, text.hasPrefix("$") || text.hasPrefix("States.") {
                (template, isField) = (
                    try PayloadTemplate(.object(JSONObject([(Self.field + ".$", expression)]))), true
                )
            } else {
                (template, isField) = (
                    try PayloadTemplate(expression.stringValue.map { try JSON.parse($0) } ?? expression), false
                )
            }
        } catch let error as TemplateSyntaxError {
            let place = error.pointer.isEmpty ? "" : " (at \(error.pointer))"
            return .failure(code: EvaluationOutcome.invalidTemplate, message: error.message + place)
        } catch {
            return .failure(
                code: EvaluationOutcome.invalidTemplate, message: (error as? JSONError)?.message ?? "\(error)")
        }
        var chance = Chance(seed: seed)
        do throws(TemplateFailure) {
            let value = try template.evaluate(in: scope, chance: &chance)
            return .result(isField ? value[Self.field] ?? .null : value)
        } catch {
            return .failure(code: error.errorName, message: error.cause)
        }
    }

    /// The name of the field when only its value is given.
    private static let field = "value"

    private var scope: Scope { Scope(input: input, context: context, bindings: bindings) }

    private struct Scope: EvaluationScope {
        let input: JSON
        let context: JSON
        let bindings: JSONObject?

        func variable(_ name: String) -> JSON? { bindings?[name] }
    }
}
