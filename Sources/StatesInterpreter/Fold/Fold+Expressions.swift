import JSONTree
import JSONataLanguage
import ResourceNames
import StatesLanguage

/// Expressions of JSONata states. Source: developer guide, "Transforming data with JSONata in Step Functions".
extension Fold {
    /// The value of a template of the state a frame is in.
    ///
    /// - Parameter field: Where it stands, as messages name it: `Output`, `Choices[0]/Condition`.
    mutating func value(
        of template: JSONataTemplate, field: String, _ view: ExpressionView, of state: State, _ frame: Int
    ) throws(StepFailure) -> JSON {
        do throws(EvaluationProblem) {
            return try value(of: template, view, frame)
        } catch {
            throw failure(error, in: field, of: state, frame)
        }
    }

    /// The value of one expression of the state a frame is in.
    mutating func value(
        of text: JSONataText, field: String, _ view: ExpressionView, of state: State, _ frame: Int
    ) throws(StepFailure) -> JSON {
        do throws(EvaluationProblem) {
            return try value(of: text, view, frame)
        } catch {
            throw failure(error, in: field, of: state, frame)
        }
    }

    /// A failure of a JSONata state: it can be retried and caught, and the history shows it as `EvaluationFailed`.
    ///
    /// - Parameter location: The field, if one is to blame.
    func evaluationFailure(_ message: String, at location: String?, of state: State, _ frame: Int) -> StepFailure {
        var failure = failure(StatesErrorName.queryEvaluationError, message, of: state, frame)
        failure.evaluation = StepFailure.Evaluation(location: location)
        return failure
    }

    /// An expression yielded another type than its field takes. Wording recorded from AWS.
    func wrongType(
        _ value: JSON, of text: JSONataText, expected: String, field: String, of state: State, _ frame: Int
    ) -> StepFailure {
        evaluationFailure(
            "The JSONata expression '\(text.text)' specified for the field '\(field)' returned an unexpected result type. "
                + "Expected '\(expected)', but was '\(value.typeName)' for value: \(value.text)",
            at: field, of: state, frame)
    }

    private func failure(_ problem: EvaluationProblem, in field: String, of state: State, _ frame: Int) -> StepFailure {
        let location = field + problem.path
        return evaluationFailure(
            "The JSONata expression '\(problem.expression)' specified for the field '\(location)' \(problem.complaint)",
            at: location, of: state, frame)
    }

    private mutating func value(of template: JSONataTemplate, _ view: ExpressionView, _ frame: Int)
        throws(EvaluationProblem) -> JSON
    {
        switch template {
        case .constant(let value): return value
        case .expression(let text): return try value(of: text, view, frame)
        case .array(let elements):
            var values: [JSON] = []
            values.reserveCapacity(elements.count)
            for (index, element) in elements.enumerated() {
                do throws(EvaluationProblem) { values.append(try value(of: element, view, frame)) } catch {
                    throw error.inside("[\(index)]")
                }
            }
            return .array(values)
        case .object(let members):
            var object = JSONObject()
            object.reserveCapacity(members.count)
            for member in members {
                do throws(EvaluationProblem) { object[member.key] = try value(of: member.value, view, frame) } catch {
                    throw error.inside("/\(member.key)")
                }
            }
            return .object(object)
        }
    }

    private mutating func value(of text: JSONataText, _ view: ExpressionView, _ frame: Int)
        throws(EvaluationProblem) -> JSON
    {
        let bindings = text.expression.references.map { value(of: $0, view, frame) }
        var environment = JSONataEnvironment(now: time, chance: chance)
        let result: JSONataResult
        do throws(JSONataError) {
            result = try text.expression.evaluate(bindings: bindings, environment: &environment)
        } catch {
            chance = environment.chance
            evaluationSteps += environment.stepsTaken
            // AWS puts a colon before what it says itself, and a full stop before JSONata's own words. Observed.
            let reason = error.code == "U1001" ? ": \(error.message)" : ". \(error.code): \(error.message)"
            throw EvaluationProblem(
                expression: text.text, complaint: "threw an error during evaluation\(reason)")
        }
        chance = environment.chance
        evaluationSteps += environment.stepsTaken
        switch result {
        case .value(let value): return value
        case .undefined: throw EvaluationProblem(expression: text.text, complaint: "returned nothing (undefined).")
        case .function:
            throw EvaluationProblem(expression: text.text, complaint: "returned an unsupported result type.")
        }
    }

    /// What a variable of an expression stands for; `nil` when there is none.
    private func value(of reference: VariableReference, _ view: ExpressionView, _ frame: Int) -> JSON? {
        let scope = Scope(core.frames[frame].input.tree, of: frame, in: self, item: view.item, token: view.token)
        guard reference.name == "states" else { return scope.variable(reference.name) }
        switch reference.field {
        case "input": return scope.input
        case "result": return view.result
        case "errorOutput": return view.errorOutput
        case "context": return scope.context
        case nil:
            var states: JSONObject = ["input": scope.input]
            if let result = view.result { states["result"] = result }
            if let errorOutput = view.errorOutput { states["errorOutput"] = errorOutput }
            states["context"] = scope.context
            return .object(states)
        default: return nil
        }
    }
}

/// What expressions see beside input, context and variables.
struct ExpressionView {
    /// `$states.result`.
    var result: JSON?
    /// `$states.errorOutput`.
    var errorOutput: JSON?
    /// The item an `ItemSelector` is evaluated for.
    var item: MapItem?
    /// The token of the task that is being scheduled.
    var token: String?
}

/// An expression came to nothing that can be used.
private struct EvaluationProblem: Error {
    /// The expression as the message quotes it.
    let expression: String
    /// What about it.
    let complaint: String
    /// Where it stands inside its field: `/result`, `[0]/a`.
    var path = ""

    /// The same, one level further out.
    func inside(_ step: String) -> EvaluationProblem {
        var problem = self
        problem.path = step + path
        return problem
    }
}

extension JSON {
    /// What JSONata calls the type of a value.
    fileprivate var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .integer, .double, .decimal: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
