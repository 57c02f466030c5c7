import ExecutionEngine

/// What Step Functions allows.
///
/// A value, so that a test can reach a quota without making a hundred thousand machines.
/// Source: AWS Step Functions developer guide, "Service quotas".
package struct Limits: Sendable {
    /// State machines of an account in a region.
    package var stateMachinesMax = 100_000
    /// Activities of an account in a region.
    package var activitiesMax = 100_000
    /// Published versions of a state machine.
    package var versionsMax = 1_000
    /// Aliases of a state machine.
    package var aliasesMax = 100
    /// STANDARD executions of an account in a region that run at once.
    package var openExecutionsMax = EngineLimits().openExecutionsMax
    /// Workers that wait for tasks of an activity.
    package var workersPerActivityMax = EngineLimits().workersPerActivityMax
    /// Redrives of a Map Run.
    package var mapRunRedrivesMax = EngineLimits().mapRunRedrivesMax
    /// Tags of a resource.
    package var tagsMax = 50
    /// Bytes of an input or an output.
    package var payloadBytesMax = 262_144
    /// How long after its end an execution may be redriven.
    package var redrivePeriod: Duration = .seconds(14 * 86_400)
    /// How long an execution may be open and still be redriven.
    package var openPeriodMax: Duration = .seconds(365 * 86_400)
    /// Events of an execution that may still be redriven; the history itself holds 25,000.
    package var redrivableEventsMax: Int64 = 24_999
    /// Executions read for a page of a list that leaves some out; then the page ends early, as AWS's may.
    package var executionsScannedMax = 10_000

    /// AWS's quotas.
    package init() {}

    /// Those that count something, by the names they have on the command line.
    private static var counts: [(name: String, limit: WritableKeyPath<Limits, Int>)] {
        [
            ("state-machines", \.stateMachinesMax), ("activities", \.activitiesMax), ("versions", \.versionsMax),
            ("aliases", \.aliasesMax), ("open-executions", \.openExecutionsMax),
            ("activity-workers", \.workersPerActivityMax), ("map-run-redrives", \.mapRunRedrivesMax),
            ("tags", \.tagsMax),
        ]
    }

    /// Names that `set` knows.
    package static var names: [String] { counts.map(\.name) }

    /// Sets a limit by its name.
    ///
    /// - Returns: Whether there is one of that name.
    package mutating func set(_ name: String, to count: Int) -> Bool {
        guard let found = Self.counts.first(where: { $0.name == name }) else { return false }
        self[keyPath: found.limit] = count
        return true
    }

    /// Tells the engine those it keeps.
    package func apply(to engine: inout EngineLimits) {
        engine.openExecutionsMax = openExecutionsMax
        engine.workersPerActivityMax = workersPerActivityMax
        engine.mapRunRedrivesMax = mapRunRedrivesMax
    }
}
