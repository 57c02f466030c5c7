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
}
