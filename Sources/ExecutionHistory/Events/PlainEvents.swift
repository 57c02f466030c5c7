extension RecordWriter {
    /// Appends an event that has no details: `ParallelStateStarted`, `MapStateSucceeded`, `TaskStateAborted`, `LambdaFunctionStarted` …
    ///
    /// - Returns: The event's id.
    @discardableResult
    package mutating func plain(_ type: HistoryEventType, previous: Int64) -> Int64 {
        begin(type, previous: previous)
    }
}
