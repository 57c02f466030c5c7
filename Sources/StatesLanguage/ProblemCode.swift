/// The codes of problems.
///
/// Source: AWS Step Functions API, ValidateStateMachineDefinitionDiagnostic; the two of variables and the last are not listed there.
package enum ProblemCode {
    /// The text is not JSON.
    package static let invalidJSON = "INVALID_JSON_DESCRIPTION"
    /// A field is missing, unknown, of the wrong type or out of range.
    package static let schema = "SCHEMA_VALIDATION_FAILED"
    /// A transition names no state, or no transition names a state.
    package static let missingTarget = "MISSING_TRANSITION_TARGET"
    /// Nothing ends the machine.
    package static let missingEnd = "MISSING_END_STATE"
    /// Two states have one name.
    package static let duplicateStateName = "DUPLICATE_STATE_NAME"
    /// A state's name is empty or too long.
    package static let invalidStateName = "INVALID_STATE_NAME"
    /// Two Map states have one label.
    package static let duplicateLabel = "DUPLICATE_LABEL_NAME"
    /// A Map state's label is too long or has characters that an ARN cannot hold.
    package static let invalidLabel = "INVALID_LABEL_NAME"
    /// Graphs in graphs, too many.
    package static let tooDeep = "TOO_DEEPLY_NESTED"
    /// An expression cannot be read.
    package static let invalidExpression = "INVALID_JSONATA_EXPRESSION"
    /// An expression reads what it cannot see where it stands.
    package static let unsupportedExpression = "UNSUPPORTED_JSONATA_EXPRESSION"
    /// A variable's name breaks the rules.
    package static let invalidVariable = "INVALID_VARIABLE_NAME"
    /// `states` is no variable.
    package static let reservedVariable = "RESERVED_VARIABLE_NAME"
    /// Warning: a value looks like a path, its field's name does not end in `.$`.
    package static let noDollar = "NO_DOLLAR"
    /// Warning: a value looks like a path, its field's name does not end in `Path`.
    package static let noPath = "NO_PATH"
    /// Warning: a path in `Result` is only text.
    package static let staticResult = "PASS_RESULT_IS_STATIC"
    /// Warning: `QueryLanguage` stands among the states.
    package static let misplacedLanguage = "MISPLACED_QUERY_LANGUAGE"
    /// Warning: an error name that only the service itself may give.
    package static let unknownErrorName = "UNKNOWN_STATES_ERROR"
}
