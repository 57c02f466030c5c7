import ExecutionHistory
import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract

/// What lists and descriptions show of a Map Run: its row in the store.
package struct MapRunDescription: Sendable {
    /// Its ARN.
    package var arn: MapRunARN
    /// The execution whose state it runs for.
    package var parent: ExecutionARN
    /// How it stands.
    package var status: ExecutionStatus
    /// When it was started.
    package var startedAt: Timestamp
    /// When it ended last.
    package var stoppedAt: Timestamp?
    /// What may run at once and what may fail, as it stands.
    package var settings: MapRunSettings
    /// Its items.
    package var items: MapRunCounts
    /// Its child executions.
    package var children: MapRunCounts
    /// Results a writer has written.
    package var resultsWritten = 0
    /// How often it was redriven.
    package var redriveCount = 0
    /// When it was redriven last.
    package var redrivenAt: Timestamp?
    /// Why it failed.
    package var error: String?
    /// Why it failed, for people.
    package var cause: String?
    /// The id of `MapRunStarted`.
    var task: Int64

    /// Rows of Map Runs belong to a machine of this name, which no machine has.
    private static let prefix = "mapRuns:"
    /// 2 since children that wait for a redrive are counted.
    private static let format: UInt8 = 2

    /// The name under which the Map Runs of an execution are listed.
    static func storedName(of parent: ExecutionKey) -> String { prefix + parent.uuid }

    /// Whether a row is a Map Run's and not an execution's.
    static func isRow(_ row: ExecutionRow) -> Bool { row.machine.hasPrefix(prefix) }

    /// The key of the parent.
    static func parentKey(of row: ExecutionRow) -> ExecutionKey? {
        UUIDText.words(row.machine.dropFirst(prefix.count)).map { ExecutionKey(high: $0.high, low: $0.low) }
    }

    /// What the row's columns do not show.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.format]
        bytes.appendText(arn.text)
        bytes.appendText(parent.text)
        bytes.appendID(task)
        bytes.appendCount(settings.concurrency)
        bytes.appendOptionalCount(settings.toleratedCount)
        bytes.appendWord((settings.toleratedPercentage ?? 0).bitPattern)
        bytes.append(settings.isExpress ? 1 : 0)
        for counts in [items, children] {
            for outcome in MapRunChildOutcome.allCases { bytes.appendCount(counts[outcome]) }
        }
        bytes.appendCount(resultsWritten)
        bytes.appendCount(redriveCount)
        bytes.appendSigned(redrivenAt?.milliseconds ?? .min)
        bytes.appendOptionalText(error)
        bytes.appendOptionalText(cause)
        return bytes
    }

    /// Without the words a failure may have taken from data. The row can be read without a key; the log, which is sealed, keeps them.
    var withoutCause: Self {
        var description = self
        description.cause = nil
        return description
    }

    /// A Map Run as it stands in memory.
    init(
        arn: MapRunARN, parent: ExecutionARN, task: Int64, status: ExecutionStatus, startedAt: Timestamp,
        stoppedAt: Timestamp?, state: MapRunState
    ) {
        self.arn = arn
        self.parent = parent
        self.task = task
        self.status = status
        self.startedAt = startedAt
        self.stoppedAt = stoppedAt
        settings = state.settings
        items = state.items
        children = state.children
        resultsWritten = state.resultsWritten
        redriveCount = state.redriveCount
        redrivenAt = state.redrivenAt
        if case .failed(let error) = state.end { (self.error, cause) = (error.name, error.cause) }
    }

    /// A Map Run as it lies in the store; `nil` when the row is damaged.
    init?(_ row: ExecutionRow) {
        guard let status = ExecutionStatus(rawValue: row.status) else { return nil }
        self.status = status
        startedAt = row.startedAt
        stoppedAt = row.stoppedAt
        settings = MapRunSettings()
        items = MapRunCounts()
        children = MapRunCounts()
        do throws(RecordError) {
            var reader = ByteReader(row.bytes[...])
            let format = try reader.byte()
            guard (1...Self.format).contains(format), let arn = MapRunARN(try reader.text()),
                let parent = ExecutionARN(try reader.text())
            else { return nil }
            self.arn = arn
            self.parent = parent
            task = try reader.id()
            settings.concurrency = try reader.integer()
            settings.toleratedCount = try reader.optionalCount()
            settings.toleratedPercentage = Double(bitPattern: try reader.word())
            settings.isExpress = try reader.byte() == 1
            let counted = MapRunChildOutcome.allCases.filter { format >= 2 || $0 != .pendingRedrive }
            for outcome in counted { items[outcome] = try reader.integer() }
            for outcome in counted { children[outcome] = try reader.integer() }
            resultsWritten = try reader.integer()
            redriveCount = try reader.integer()
            let redriven = try reader.signed()
            redrivenAt = redriven == .min ? nil : Timestamp(milliseconds: redriven)
            error = try reader.optionalText()
            cause = try reader.optionalText()
        } catch {
            return nil
        }
    }
}
