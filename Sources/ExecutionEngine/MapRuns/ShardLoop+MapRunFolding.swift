import ExecutionHistory
import JSONTree
import Logging
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Map Runs come into memory from their logs.
extension ShardLoop {
    /// A Map Run that is not in memory, if it runs; what was under way for it goes on.
    func runningMapRun(_ key: ExecutionKey) -> LiveMapRun? {
        do throws(EngineFailure) {
            return try mapRun(key, includesEnded: false)
        } catch {
            if case .keyUnusable(let lost) = error {
                wait(key, for: lost)
                return nil
            }
            services.logger.error(
                "a Map Run could not be folded", metadata: ["mapRun.key": "\(key.uuid)", "reason": "\(error)"])
            return nil
        }
    }

    /// The Map Run in memory, or folded now.
    func mapRun(_ key: ExecutionKey, includesEnded: Bool) throws(EngineFailure) -> LiveMapRun? {
        if let run = mapRuns[key] { return run }
        guard let row = try storedRow(key), MapRunDescription.isRow(row),
            includesEnded || row.status == ExecutionStatus.running.rawValue
        else { return nil }
        guard let description = MapRunDescription(row), let parentKey = MapRunDescription.parentKey(of: row) else {
            throw .unavailable("the Map Run's row is damaged")
        }
        let log = try mapRunLog(key)
        guard case .started(let dispatch)? = log.first?.inputs.first else {
            throw .unavailable("the Map Run's log is damaged")
        }
        let run = try newMapRun(
            dispatch, description.arn, key: key, parentKey: parentKey, startedAt: description.startedAt)
        for (inputs, time) in log {
            _ = run.state.advance(inputs, at: time)
            run.nextSequence += 1
        }
        run.hasRow = true
        (run.status, run.stoppedAt) = (description.status, description.stoppedAt)
        if run.state.itemCount != nil { try loadItems(of: run) }
        guard run.status == .running else { return run }
        awaitingKeys[key] = nil
        mapRuns[key] = run
        performOpenCommands(of: run)
        askParent(of: run)
        return run
    }

    /// Makes a Map Run without a log.
    func newMapRun(
        _ dispatch: MapRunDispatch, _ arn: MapRunARN, key: ExecutionKey, parentKey: ExecutionKey, startedAt: Timestamp
    ) throws(EngineFailure) -> LiveMapRun {
        guard let row = try storedRow(parentKey), let details = try services.details(of: row),
            let machine = StateMachineARN(storedName: row.machine)
        else { throw .unavailable("the execution of the Map Run is not in the store") }
        let parent = ExecutionARN(stateMachine: machine, name: row.name, expressID: details.expressID)
        let input: Payload
        do throws(JSONError) { input = try Payload(parsing: details.input) } catch {
            throw .unavailable("the execution's input is damaged: \(error.message)")
        }
        let facts = services.facts(
            key: parentKey, arn: parent, details: details, startedAt: row.startedAt, input: input)
        let program = try services.programs.program(sha256: row.definitionSHA256)
        guard let shaper = MapRunShaper(dispatch, facts: facts, program: program) else {
            throw .definitionUnusable("it has no Map state '\(dispatch.stateName)'")
        }
        let run = LiveMapRun(
            arn: arn, key: key, parentKey: parentKey, parent: parent, task: dispatch.task, startedAt: startedAt,
            definitionSHA256: row.definitionSHA256, parentDetails: details, shaper: shaper)
        run.dataKey = try services.dataKey(for: details.sealing)
        return run
    }

    /// A parent that has ended or gone on without telling leaves nothing to be run for.
    private func askParent(of run: LiveMapRun) {
        let (key, parentKey, task) = (run.key, run.parentKey, run.task)
        hand(to: parentKey) { loop in
            let parent = loop.resident(parentKey)
            let isWanted =
                parent.map { parent in
                    parent.heldBecause != nil || parent.state.openMapRuns.contains { $0.task == task }
                } ?? false
            if !isWanted { loop.hand(to: key) { $0.offer(.stopped, toMapRun: key) } }
        }
    }

    private func mapRunLog(_ key: ExecutionKey) throws(EngineFailure) -> [(inputs: [MapRunInput], time: Timestamp)] {
        var log: [(inputs: [MapRunInput], time: Timestamp)] = []
        var after: Int64 = 0
        while true {
            let position = after
            let rows: [RecordRow]
            do throws(StoreError) {
                rows = try services.store.readNow { reader throws(StoreError) in
                    try reader.records(of: key, afterSequence: position, limit: 256)
                }
            } catch {
                throw .unavailable(error.message)
            }
            for row in rows {
                let record = try services.open(row.bytes, as: .record(key, sequence: row.sequence))
                do throws(RecordError) { log.append(try MapRunRecord.read(record)) } catch {
                    throw .unavailable("a record of the Map Run is damaged: \(error)")
                }
            }
            guard let last = rows.last else { return log }
            after = last.sequence
        }
    }

    /// The row of an execution or a Map Run.
    func storedRow(_ key: ExecutionKey) throws(EngineFailure) -> ExecutionRow? {
        do throws(StoreError) {
            return try services.store.readNow { reader throws(StoreError) in try reader.execution(key) }
        } catch {
            throw .unavailable(error.message)
        }
    }
}
