import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// Choice: picks the next state.
enum ChoiceStep {
    /// Tests the rules in their order; leaves by the first that holds, or by `Default`.
    static func run(_ choice: ChoiceState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        let input = try fold.effectiveInput(of: state, frame)
        var next = choice.defaultNext
        var assign = state.assign
        var template = state.output
        var field = ""
        for (index, rule) in choice.rules.enumerated() {
            let place = "Choices[\(index)]/"
            guard try holds(rule.condition, place, in: input, of: state, frame, in: &fold) else { continue }
            (next, assign, template, field) = (rule.next, rule.assign, rule.output, place)
            break
        }
        guard let next else {
            throw fold.failure(
                StatesErrorName.runtime,
                "Failed to transition out of the state. The state does not point to a next state.", of: state, frame)
        }
        let variables = try fold.assigned(assign, field: "\(field)Assign", in: input, of: state, frame)
        guard state.language == .jsonPath else {
            var result = input
            if let template {
                let value = try fold.value(of: template, field: "\(field)Output", .init(), of: state, frame)
                result = fold.produce(value)
            }
            return try fold.leave(state, frame, output: result, assigned: variables, next: .next(next))
        }
        let output = try fold.filtered(input, by: state.outputPath, of: state, frame)
        try fold.leave(state, frame, output: output, assigned: variables, next: .next(next))
    }

    private static func holds(
        _ condition: ChoiceCondition, _ place: String, in input: Payload, of state: State, _ frame: Int,
        in fold: inout Fold
    ) throws(StepFailure) -> Bool {
        switch condition {
        case .and(let parts):
            for part in parts where try !holds(part, place, in: input, of: state, frame, in: &fold) { return false }
            return true
        case .or(let parts):
            for part in parts where try holds(part, place, in: input, of: state, frame, in: &fold) { return true }
            return false
        case .not(let part): return try !holds(part, place, in: input, of: state, frame, in: &fold)
        case .constant(let holds): return holds
        case .expression(let text):
            let field = "\(place)Condition"
            let value = try fold.value(of: text, field: field, .init(), of: state, frame)
            guard let holds = value.boolValue else {
                throw fold.wrongType(value, of: text, expected: "boolean", field: field, of: state, frame)
            }
            return holds
        case .test(let variable, .isPresent(let wanted)):
            return variable.exists(in: Scope(input.tree, of: frame, in: fold)) == wanted
        case .test(let variable, let test):
            let value = try self.value(of: variable, in: input, of: state, frame, in: fold)
            let operand: JSON =
                switch test.operand {
                case .constant(let constant): constant
                case .path(let path): try self.value(of: path, in: input, of: state, frame, in: fold)
                case nil: .null
                }
            return test.holds(value, operand)
        }
    }

    private static func value(
        of path: JSONPath, in input: Payload, of state: State, _ frame: Int, in fold: Fold
    ) throws(StepFailure) -> JSON {
        do throws(PathFailure) {
            return try path.evaluate(in: Scope(input.tree, of: frame, in: fold))
        } catch {
            throw fold.failure(
                StatesErrorName.runtime,
                "Invalid path '\(path.text)': The choice state's condition path references an invalid value.",
                of: state, frame)
        }
    }
}
