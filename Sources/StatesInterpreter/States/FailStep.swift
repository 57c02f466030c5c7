import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// Fail: ends its branch, or the execution, with an error.
enum FailStep {
    /// Works out error and cause and throws them.
    static func run(_ fail: FailState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        fold.note(.afterInputPath, fold.core.frames[frame].input, of: state)
        let name = try text(fail.error, field: "Error", of: state, frame, in: &fold)
        let cause = try text(fail.cause, field: "Cause", of: state, frame, in: &fold)
        throw StepFailure(StatesError(name, cause: cause), event: fold.core.frames[frame].enteredEvent)
    }

    private static func text(
        _ source: TextSource?, field: String, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> String? {
        let input = fold.core.frames[frame].input
        let pathField = "\(field)Path"
        let value: JSON
        switch source {
        case nil: return nil
        case .constant(let text): return text
        case .path(let path):
            do throws(PathFailure) {
                value = try path.evaluate(in: Scope(input.tree, of: frame, in: fold))
            } catch {
                throw fold.failure(
                    StatesErrorName.runtime, error.cause(field: pathField, input: input.tree), of: state, frame)
            }
        case .intrinsic(let call):
            do throws(TemplateFailure) {
                value = try call.evaluate(
                    in: Scope(input.tree, of: frame, in: fold), chance: &fold.chance, field: pathField)
            } catch {
                throw fold.failure(error, of: state, frame)
            }
        case .expression(let expression):
            value = try fold.value(of: expression, field: field, .init(), of: state, frame)
            guard value.isString else {
                throw fold.wrongType(value, of: expression, expected: "string", field: field, of: state, frame)
            }
        }
        guard let text = value.stringValue else {
            throw fold.failure(
                StatesErrorName.runtime,
                "The field '\(pathField)' refers to value \"\(value.text)\" which is not a string",
                of: state, frame)
        }
        return text
    }
}
