/// What a definition may at most hold.
enum Limits {
    /// Bytes of a definition. Source: model of CreateStateMachine.
    static let definitionBytesMax = 1_048_576
    /// How deep the JSON of a definition may be nested.
    static let jsonDepthMax = 400
    /// Errors, and warnings, that are told of one definition.
    static let problemsMax = 1_000
    /// Characters of a state's name.
    static let stateNameMax = 80
    /// Characters of a Map state's label.
    static let labelMax = 40
    /// Characters of a variable's name.
    static let variableNameMax = 80
    /// How deep graphs may be nested in one another.
    static let graphDepthMax = 32
    /// Seconds a state may wait or time out after; attempts of a retrier.
    static let secondsMax = 99_999_999
    /// `MaxDelaySeconds` of a retrier: 366 days.
    static let delaySecondsMax = 31_622_400
    /// `MaxInputBytesPerBatch` of an item batcher.
    static let batchBytesMax = 262_144
}
