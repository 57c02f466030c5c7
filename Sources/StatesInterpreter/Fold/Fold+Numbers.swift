import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// Numbers of Map states that may stand in the definition, behind a path or in an expression. Wordings recorded from AWS.
extension Fold {
    /// A whole number; `nil` when the field is absent.
    ///
    /// - Parameter mayBeNegative: Whether somebody else refuses negative ones.
    mutating func wholeNumber(
        _ source: NumberSource?, _ field: String, in input: Payload, of state: State, _ frame: Int,
        mayBeNegative: Bool = false
    ) throws(StepFailure) -> Int? {
        switch source {
        case nil: return nil
        case .constant(let number): return number
        case .path(let path):
            let value = try self.value(of: path, in: input.tree, of: state, frame)
            guard let number = value.integerValue.map({ Int($0) }) ?? value.stringValue.flatMap({ Int($0) }) else {
                throw failure(
                    StatesErrorName.runtime,
                    "The \(field)Path field refers to value \"\(Causes.quoted(value))\" which is not a valid integer: \(path.text)",
                    of: state, frame)
            }
            guard number >= 0 || mayBeNegative else {
                throw failure(StatesErrorName.runtime, "\(field) cannot be negative.", of: state, frame)
            }
            return number
        case .expression(let text):
            let value = try self.value(of: text, field: field, .init(), of: state, frame)
            guard let number = value.integerValue, number >= 0 || mayBeNegative else {
                throw wrongType(value, of: text, expected: "number", field: field, of: state, frame)
            }
            return Int(number)
        }
    }

    /// A percentage; `nil` when the field is absent.
    mutating func percentage(
        _ source: PercentageSource?, _ field: String, in input: Payload, of state: State, _ frame: Int
    ) throws(StepFailure) -> Double? {
        let percentage: Double
        switch source {
        case nil: return nil
        case .constant(let number): return number
        case .path(let path):
            let value = try self.value(of: path, in: input.tree, of: state, frame)
            guard let number = value.doubleValue ?? value.stringValue.flatMap({ Double($0) }) else {
                throw failure(
                    StatesErrorName.runtime,
                    "The \(field)Path field refers to value \"\(Causes.quoted(value))\" which is not a valid float: \(path.text)",
                    of: state, frame)
            }
            percentage = number
        case .expression(let text):
            let value = try self.value(of: text, field: field, .init(), of: state, frame)
            guard let number = value.doubleValue else {
                throw wrongType(value, of: text, expected: "number", field: field, of: state, frame)
            }
            percentage = number
        }
        guard (0...100).contains(percentage) else {
            throw failure(StatesErrorName.runtime, "\(field) must be between 0 and 100.", of: state, frame)
        }
        return percentage
    }
}
