import ExecutionHistory
import JSONTree
import ResourceNames

/// A Map Run as the fold of its inputs: a pure value without clock, I/O or `await`, like `ExecutionState`.
///
/// Children are known by ordinal; of each it keeps one byte. What they made is in their own rows.
package struct MapRunState: Sendable {
    /// How far it is.
    enum Phase: Sendable {
        /// Before `started`. Leads to `finding`.
        case new
        /// Its items are looked for. Leads to `running`, `over`.
        case finding
        /// Children run. Leads to `draining`, `writing`, `over`.
        case running
        /// Children that run are stopped; then it ends so. Leads to `writing`, `over`.
        case draining(MapRunEnd)
        /// Results are written; then it ends so. Leads to `over`.
        case writing(MapRunEnd)
        /// Leads to `finding` or `running` by a redrive.
        case over(MapRunEnd)
    }

    /// How far it is.
    var phase = Phase.new
    /// What it was started with; `nil` before.
    package internal(set) var dispatch: MapRunDispatch?
    /// What holds now: UpdateMapRun changes it.
    package internal(set) var settings = MapRunSettings()
    /// How its children stand.
    var outcomes: [MapRunChildOutcome] = []
    /// The redrive each child was last run for; empty before the first.
    var attempts: [UInt16] = []
    /// The first child of which it is not certain that it was started.
    var cursor = 0
    /// Where batches begin; empty when each holds as many as the next.
    var batches: [Int] = []
    /// Items found; `nil` before.
    package internal(set) var itemCount: Int?
    /// Children by how they stand.
    package internal(set) var children = MapRunCounts()
    /// Items by how their children stand.
    package internal(set) var items = MapRunCounts()
    /// Bytes of all outputs.
    package internal(set) var outputBytes = 0
    /// Results that the writer has written.
    package internal(set) var resultsWritten = 0
    /// What the writer says of the place.
    package internal(set) var writtenDetails: Payload?
    /// How often it was redriven.
    package internal(set) var redriveCount = 0
    /// When it was redriven last.
    package internal(set) var redrivenAt: Timestamp?
    /// The time of the last record.
    var lastTime = Timestamp(milliseconds: .min)

    /// A Map Run to which nothing has happened yet.
    package init() {}

    /// How it ended; `nil` while it runs.
    package var end: MapRunEnd? { if case .over(let end) = phase { end } else { nil } }
    /// The number of children.
    package var childCount: Int { outcomes.count }
    /// How a child stands.
    package func outcome(of ordinal: Int) -> MapRunChildOutcome { outcomes[ordinal] }
    /// The redrive a child was last run for; 0: none.
    package func attempt(of ordinal: Int) -> Int { attempts.isEmpty ? 0 : Int(attempts[ordinal]) }

    /// The items of a child.
    package func itemRange(of ordinal: Int) -> Range<Int> {
        let count = itemCount ?? 0
        if batches.isEmpty {
            let size = settings.isBatched ? max(1, settings.batchItems ?? 1) : 1
            return ordinal * size..<min(count, (ordinal + 1) * size)
        }
        return batches[ordinal]..<(ordinal + 1 < batches.count ? batches[ordinal + 1] : count)
    }

    /// What is under way and has to be asked for again by whoever takes the Map Run up.
    package var openCommands: [MapRunCommand] {
        switch phase {
        case .new, .over: []
        case .finding: [.findItems]
        case .writing: [.writeResults]
        case .running:
            outcomes.indices.filter { outcomes[$0] == .running }.map {
                .startChild(ordinal: $0, attempt: attempt(of: $0))
            }
        case .draining: stops
        }
    }

    /// Stops for all children that run.
    var stops: [MapRunCommand] {
        outcomes.indices.filter { outcomes[$0] == .running }.map { .abortChild(ordinal: $0, attempt: attempt(of: $0)) }
    }

    /// Whether an input would have an effect now.
    package func accepts(_ input: MapRunInput) -> Bool {
        switch (phase, input) {
        case (.new, .started), (.over, .redriven): true
        case (.new, _), (_, .started): false
        case (.finding, .itemsFound), (.finding, .itemsFailed), (.running, .itemsFailed): true
        case (.running, .childEnded(let ordinal, let attempt, _, _)),
            (.draining, .childEnded(let ordinal, let attempt, _, _)):
            outcomes.indices.contains(ordinal) && outcomes[ordinal] == .running && self.attempt(of: ordinal) == attempt
        case (.writing, .resultsWritten), (.writing, .resultsFailed): true
        case (.over, _): false
        case (.draining(.aborted), .stopped): false
        case (_, .stopped), (_, .updated): true
        default: false
        }
    }

    /// Folds inputs; those that do not apply are left out of the record.
    package mutating func advance(_ inputs: [MapRunInput], at time: Timestamp) -> MapRunAdvance {
        lastTime = max(time, lastTime)
        var accepted: [MapRunInput] = []
        var commands: [MapRunCommand] = []
        for input in inputs where accepts(input) {
            accepted.append(input)
            apply(input, &commands)
        }
        guard !accepted.isEmpty else { return MapRunAdvance(record: [], commands: []) }
        goOn(&commands)
        return MapRunAdvance(record: MapRunRecord.bytes(of: accepted, at: lastTime), commands: commands)
    }
}
