/// What a Map Run may use. Source: Step Functions quotas.
enum MapRunLimits {
    /// Bytes of a child's input, and of the state's result.
    static let payloadBytes = 262_144
    /// Bytes of one file of results. Source: developer guide, "ResultWriter (Map)".
    static let resultFileBytes = 5 << 30
    /// Rows of children read at once.
    static let rowsPerRead = 1_000
}
