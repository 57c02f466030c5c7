import JSONTree
import Logging
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Where a Map Run's items come from and its results go.
extension ShardLoop {
    /// Finds the items: those the state has itself are in the log.
    func findItems(of run: LiveMapRun) {
        guard let dispatch = run.state.dispatch else { return }
        if let reader = dispatch.exchange.reader { return readItems(of: run, reader) }
        let own = dispatch.items?.tree.arrayValue ?? []
        run.items = own
        take(own, of: run)
    }

    /// Tells a Map Run that its items are at hand.
    func take(_ items: [JSON], of run: LiveMapRun) {
        do throws(StatesError) {
            let batches = try run.shaper.batches(of: items)
            offer(.itemsFound(count: items.count, batches: batches), to: run)
        } catch {
            offer(.itemsFailed(error), to: run)
        }
    }

    /// Brings the items of a Map Run into memory that has been folded from its log.
    func loadItems(of run: LiveMapRun) throws(EngineFailure) {
        guard run.state.dispatch?.exchange.reader == nil else {
            run.items = try keptItems(of: run.key)
            return
        }
        run.items = run.state.dispatch?.items?.tree.arrayValue ?? []
    }

    /// Tells the parent how its Map Run has ended; its state takes it from there.
    func report(_ run: LiveMapRun) {
        guard let end = run.state.end else { return }
        let outcome: MapRunOutcome
        switch end {
        case .aborted: return
        case .failed(let error): outcome = .failed(error)
        case .succeeded:
            do throws(EngineFailure) { outcome = try result(of: run) } catch {
                if case .keyUnusable(let lost) = error { return failParent(of: run, for: lost) }
                services.logger.error(
                    "the results of a Map Run could not be read",
                    metadata: ["mapRun.arn": "\(run.arn.text)", "reason": "\(error)"])
                return
            }
        }
        let (parentKey, task, redrive) = (run.parentKey, run.task, run.state.redriveCount)
        hand(to: parentKey) { loop in
            guard let parent = loop.resident(parentKey) else { return }
            loop.offer(.mapRunEnded(task: task, redrive: redrive, outcome: outcome), to: parent)
        }
    }

    /// The outputs of the children that succeeded, in order.
    private func result(of run: LiveMapRun) throws(EngineFailure) -> MapRunOutcome {
        if let details = run.state.writtenDetails { return .succeeded(details) }
        if let shape = run.shaper.map.resultWriter?.transformation, shape != "COMPACT" {
            return try shaped(run, shape)
        }
        var text: [UInt8] = [0x5B]
        try eachChild(of: run) { ordinal, child in
            guard run.state.outcome(of: ordinal) == .succeeded else { return }
            if text.count > 1 { text.append(0x2C) }
            text += child.details.output ?? []
        }
        text.append(0x5D)
        do throws(JSONError) { return .succeeded(try Payload(parsing: text)) } catch {
            return .failed(StatesError(StatesErrorName.runtime, cause: error.message))
        }
    }

    /// The result of a state whose `ResultWriter` writes nowhere and only shapes.
    private func shaped(_ run: LiveMapRun, _ transformation: String) throws(EngineFailure) -> MapRunOutcome {
        var entries: [JSON] = []
        try eachChild(of: run) { _, child in entries += ResultFiles.entries(of: child, transformation) }
        let result = Payload(.array(entries))
        guard result.byteCount > MapRunLimits.payloadBytes else { return .succeeded(result) }
        return .failed(
            StatesError(
                StatesErrorName.dataLimitExceeded,
                cause: "The state/task '\(run.shaper.stateName)' returned a result with a size exceeding the "
                    + "maximum number of bytes service limit."))
    }

    /// Reads the children that have been started, in order. One whose row is damaged has no results.
    ///
    /// - Throws: `keyUnusable` when they cannot be opened.
    func eachChild(of run: LiveMapRun, _ body: (Int, ExecutionDescription) -> Void) throws(EngineFailure) {
        var lost: EngineFailure?
        var start = 0
        while start < run.state.childCount {
            let range = start..<min(start + MapRunLimits.rowsPerRead, run.state.childCount)
            let keys = range.filter { !run.state.outcome(of: $0).isWaiting }.map { ordinal in
                (ordinal, run.key.child(ordinal))
            }
            do throws(StoreError) {
                try services.store.readNow { reader throws(StoreError) in
                    for (ordinal, key) in keys {
                        guard lost == nil, let row = try reader.execution(key) else { continue }
                        do throws(EngineFailure) { body(ordinal, try services.description(of: row)) } catch {
                            if case .keyUnusable = error { lost = error }
                        }
                    }
                }
            } catch {
                throw .unavailable(error.message)
            }
            if let lost { throw lost }
            start = range.upperBound
        }
    }
}
