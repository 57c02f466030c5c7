/// How long finished executions are kept, and in which form.
package struct HistoryRetention: Sendable {
    /// How long after its end an execution's records move to the file of their day.
    package var movesAfter: Duration = .seconds(3_600)
    /// How long after the day of the end records stay as they were written; then they are packed, which costs nothing but the time to read them.
    package var compactsAfter: Duration = .seconds(14 * 86_400)
    /// How long after its end an execution is deleted.
    package var deletesAfter: Duration = .seconds(90 * 86_400)
    /// How long after its end the name of an execution stays taken, deleted or not.
    package var namesTakenFor: Duration = .seconds(90 * 86_400)
    /// Over so many stored bytes, the longest ended executions are deleted earlier, files whole; those that have not moved yet stay.
    package var bytesMax: Int64 = 20 << 30
    /// How often all of it is looked at.
    package var interval: Duration = .seconds(60)
    /// The rest between two steps, in which others have the disk.
    package var restBetweenSteps: Duration = .milliseconds(20)

    /// What the README promises.
    package init() {}
}
