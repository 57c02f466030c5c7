import JSONTree
import ResourceNames

extension MapRunState {
    /// Applies an input that `accepts` has let through.
    mutating func apply(_ input: MapRunInput, _ commands: inout [MapRunCommand]) {
        switch input {
        case .started(let dispatch):
            self.dispatch = dispatch
            settings = dispatch.settings
            phase = .finding
            commands.append(.findItems)
        case .itemsFound(let count, let batches): found(count, batches)
        case .itemsFailed(let error): drain(towards: .failed(error), &commands)
        case .childEnded(let ordinal, _, let outcome, let bytes): ended(ordinal, outcome, bytes, &commands)
        case .resultsWritten(let count, let details):
            resultsWritten = count
            writtenDetails = details
            if case .writing(let end) = phase { over(end, &commands) }
        case .resultsFailed(let error): over(.failed(error), &commands)
        case .updated(let concurrency, let count, let percentage):
            if let concurrency { settings.concurrency = concurrency }
            if let count { settings.toleratedCount = count }
            if let percentage { settings.toleratedPercentage = percentage }
            if case .running = phase { judge(&commands) }
        case .stopped: drain(towards: .aborted, &commands)
        case .redriven: redrive(&commands)
        }
    }

    /// Starts what may run and ends what is done.
    mutating func goOn(_ commands: inout [MapRunCommand]) {
        if case .running = phase { startChildren(&commands) }
        guard children[.running] == 0 else { return }
        switch phase {
        case .running where cursor == outcomes.count: finish(endOfAll, &commands)
        case .draining(let end): finish(end, &commands)
        default: break
        }
    }

    private mutating func found(_ count: Int, _ batches: [Int]) {
        itemCount = count
        self.batches = batches
        let size = settings.isBatched ? max(1, settings.batchItems ?? 1) : 1
        let childCount = batches.isEmpty ? (count + size - 1) / size : batches.count
        outcomes = Array(repeating: .pending, count: childCount)
        children[.pending] = childCount
        items[.pending] = count
        phase = .running
    }

    private mutating func startChildren(_ commands: inout [MapRunCommand]) {
        let concurrency =
            settings.concurrency == 0
            ? Limits.distributedConcurrency : min(settings.concurrency, Limits.distributedConcurrency)
        while cursor < outcomes.count, children[.running] < concurrency {
            defer { cursor += 1 }
            guard outcomes[cursor].isWaiting else { continue }
            set(.running, cursor)
            commands.append(.startChild(ordinal: cursor, attempt: attempt(of: cursor)))
        }
        while cursor < outcomes.count, !outcomes[cursor].isWaiting { cursor += 1 }
    }

    private mutating func ended(
        _ ordinal: Int, _ outcome: MapRunChildOutcome, _ bytes: Int, _ commands: inout [MapRunCommand]
    ) {
        set(outcome, ordinal)
        if outcome == .succeeded { outputBytes += bytes + 1 }
        if case .running = phase { judge(&commands) }
    }

    /// Ends the Map Run once more items have failed than it tolerates.
    private mutating func judge(_ commands: inout [MapRunCommand]) {
        let bad = items.bad
        guard bad > 0 else { return }
        let isTooMany =
            switch (settings.toleratedCount, settings.toleratedPercentage) {
            case (nil, nil): true
            case (let count, let percentage):
                count.map { bad > $0 } ?? false
                    || percentage.map { Double(bad) * 100 > $0 * Double(itemCount ?? 0) } ?? false
            }
        guard isTooMany else { return }
        let error = StatesError(
            StatesErrorName.exceedToleratedFailureThreshold,
            cause: "The specified tolerated failure threshold was exceeded")
        drain(towards: .failed(error), &commands)
    }

    /// Lets nothing begin any more and stops what runs.
    private mutating func drain(towards end: MapRunEnd, _ commands: inout [MapRunCommand]) {
        if case .draining = phase {
            phase = .draining(end)
            return
        }
        if case .writing = phase { return over(end, &commands) }
        phase = .draining(end)
        commands += stops
    }

    /// How it ends once all children have: results that go nowhere else have to fit into the output of the state.
    private var endOfAll: MapRunEnd {
        guard let dispatch, dispatch.exchange.writer == nil, outputBytes + 1 > Limits.payloadBytes else {
            return .succeeded
        }
        return .failed(
            StatesError(
                StatesErrorName.dataLimitExceeded,
                cause: "The state/task '\(dispatch.stateName)' returned a result with a size exceeding the "
                    + "maximum number of bytes service limit."))
    }

    private mutating func finish(_ end: MapRunEnd, _ commands: inout [MapRunCommand]) {
        let isAborted = if case .aborted = end { true } else { false }
        guard dispatch?.exchange.writer != nil, itemCount != nil, !isAborted else { return over(end, &commands) }
        phase = .writing(end)
        commands.append(.writeResults)
    }

    private mutating func over(_ end: MapRunEnd, _ commands: inout [MapRunCommand]) {
        phase = .over(end)
        commands.append(.end(end))
    }

    private mutating func redrive(_ commands: inout [MapRunCommand]) {
        redriveCount += 1
        redrivenAt = lastTime
        guard itemCount != nil else {
            phase = .finding
            return commands.append(.findItems)
        }
        if attempts.isEmpty { attempts = Array(repeating: 0, count: outcomes.count) }
        for ordinal in outcomes.indices where outcomes[ordinal].isBad {
            attempts[ordinal] = UInt16(clamping: redriveCount)
            set(.pendingRedrive, ordinal)
        }
        cursor = 0
        phase = .running
    }

    private mutating func set(_ outcome: MapRunChildOutcome, _ ordinal: Int) {
        let old = outcomes[ordinal]
        outcomes[ordinal] = outcome
        children.move(1, from: old, to: outcome)
        items.move(itemRange(of: ordinal).count, from: old, to: outcome)
    }
}
