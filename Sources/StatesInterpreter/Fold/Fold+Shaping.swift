import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// InputPath … OutputPath, `Assign`: how data passes through a state, JSONPath form. Source: Amazon States Language, "Filters".
extension Fold {
    /// Makes a payload of a computed value and counts it.
    mutating func produce(_ value: JSON) -> Payload {
        let payload = Payload(value)
        producedBytes += payload.byteCount
        return payload
    }

    /// The input after `InputPath`.
    mutating func effectiveInput(of state: State, _ frame: Int) throws(StepFailure) -> Payload {
        let input = try filtered(core.frames[frame].input, by: state.inputPath, of: state, frame)
        note(.afterInputPath, input, of: state)
        return input
    }

    /// A payload after `InputPath` or `OutputPath`.
    mutating func filtered(_ payload: Payload, by path: OptionalPath<JSONPath>, of state: State, _ frame: Int)
        throws(StepFailure) -> Payload
    {
        switch path {
        case .whole: payload
        case .null: .emptyObject
        case .path(let path): produce(try value(of: path, in: payload.tree, of: state, frame))
        }
    }

    /// What a path finds; a fatal failure when it finds nothing.
    func value(of path: JSONPath, in input: JSON, of state: State, _ frame: Int) throws(StepFailure) -> JSON {
        do throws(PathFailure) {
            return try path.evaluate(in: Scope(input, of: frame, in: self))
        } catch {
            throw failure(StatesErrorName.runtime, error.invalidPathCause, of: state, frame)
        }
    }

    /// The value of a payload template.
    mutating func value(
        of template: PayloadTemplate, in input: Payload, of state: State, _ frame: Int, item: MapItem? = nil,
        token: String? = nil
    ) throws(StepFailure) -> JSON {
        if let constant = template.constant { return constant }
        let scope = Scope(input.tree, of: frame, in: self, item: item, token: token)
        do throws(TemplateFailure) {
            return try template.evaluate(in: scope, chance: &chance)
        } catch {
            throw failure(error, of: state, frame)
        }
    }

    /// The value of a template in the query language of the state.
    ///
    /// - Parameters:
    ///   - field: Where it stands.
    ///   - input: `$` in JSONPath.
    ///   - view: What expressions see; its item and token count in JSONPath too.
    mutating func value(
        of template: ValueTemplate, field: String, in input: Payload, _ view: ExpressionView = .init(),
        of state: State, _ frame: Int
    ) throws(StepFailure) -> JSON {
        switch template {
        case .jsonPath(let template):
            try value(of: template, in: input, of: state, frame, item: view.item, token: view.token)
        case .jsonata(let template): try value(of: template, field: field, view, of: state, frame)
        }
    }

    /// The result of a state after `ResultSelector`.
    mutating func selected(_ result: Payload, by selector: PayloadTemplate?, of state: State, _ frame: Int)
        throws(StepFailure) -> Payload
    {
        guard let selector else { return result }
        return produce(try value(of: selector, in: result, of: state, frame))
    }

    /// The raw input with a result at `ResultPath`.
    mutating func combined(
        _ result: Payload, at path: OptionalPath<ReferencePath>, of state: State, _ frame: Int
    ) throws(StepFailure) -> Payload {
        let input = core.frames[frame].input
        switch path {
        case .whole: return result
        case .null: return input
        case .path(let path):
            do throws(PathFailure) {
                return produce(try path.inserting(result.tree, into: input.tree))
            } catch {
                throw failure(
                    StatesErrorName.resultPathMatchFailure, error.invalidPathCause, of: state, frame)
            }
        }
    }

    /// A failure of the state a frame is in, in AWS's frame of words.
    func failure(_ name: String, _ message: String, of state: State, _ frame: Int) -> StepFailure {
        var failure = StepFailure(name, message, state: state.name, enteredEvent: core.frames[frame].enteredEvent)
        // A tested state was entered by no event that could be named. Observed on AWS.
        if inspector != nil { failure.error.cause = message }
        return failure
    }

    /// A failure of a payload template or intrinsic function.
    func failure(_ failure: TemplateFailure, of state: State, _ frame: Int) -> StepFailure {
        self.failure(failure.errorName, failure.cause, of: state, frame)
    }
}
