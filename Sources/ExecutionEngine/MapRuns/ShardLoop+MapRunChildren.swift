import DequeModule
import JSONTree
import Logging
import ResourceNames
import StatesInterpreter
import StorageContract

/// The children of Map Runs: ordinary executions under names that follow from their ordinals.
extension ShardLoop {
    /// Children handed over per turn, so that others get their turn too.
    private static let startsPerTurn = 32

    /// Starts the next children of a Map Run, then comes again for the rest.
    func startNext(of run: LiveMapRun) {
        let key = run.key
        localWork.append { loop in
            guard let run = loop.mapRuns[key] else { return }
            for _ in 0..<Self.startsPerTurn {
                guard let next = run.toStart.popFirst() else { return }
                guard run.state.outcome(of: next.ordinal) == .running else { continue }
                loop.start(next.ordinal, next.attempt, of: run)
            }
            if !run.toStart.isEmpty { loop.startNext(of: run) }
        }
    }

    private func start(_ ordinal: Int, _ attempt: Int, of run: LiveMapRun) {
        let range = run.state.itemRange(of: ordinal)
        let input: Payload
        do throws(StatesError) {
            input = try run.shaper.input(of: run.items[range], from: range.lowerBound)
            guard input.byteCount <= MapRunLimits.payloadBytes else {
                throw StatesError(
                    StatesErrorName.dataLimitExceeded,
                    cause: "The input of a child execution exceeds the maximum number of bytes service limit.")
            }
        } catch {
            return offer(.itemsFailed(error), to: run)
        }
        let isExpress = run.state.settings.isExpress
        let childKey = run.key.child(ordinal)
        let name = isExpress ? run.key.expressChildName(ordinal) : childKey.uuid
        var request = StartRequest(
            stateMachine: run.arn.childMachine, name: name, input: input, roleARN: run.parentDetails.roleARN,
            definitionSHA256: run.definitionSHA256, isExpress: isExpress)
        request.traceHeader = run.parentDetails.traceHeader
        request.settings = run.parentDetails.settings
        request.sealing = run.parentDetails.sealing
        let arn = ExecutionARN(
            stateMachine: request.stateMachine, name: name, expressID: isExpress ? childKey.uuid : nil)
        let link = MapRunLink(
            mapRunARN: run.arn.text, stateName: run.shaper.stateName, ordinal: ordinal, attempt: attempt)
        let fixed = request
        hand(to: childKey) { $0.startChild(fixed, key: childKey, arn: arn, link: link) }
    }

    /// Stops a child.
    func abortChild(_ ordinal: Int, _ attempt: Int, of run: LiveMapRun) {
        let key = run.key.child(ordinal)
        let runKey = run.key
        hand(to: key) { loop in
            if let child = loop.resident(key) {
                return loop.offer(.stopped(error: nil, cause: nil), to: child)
            }
            // Not started yet: then it never will be.
            var (outcome, bytes) = (MapRunChildOutcome.aborted, 0)
            // A row that cannot be read is as good as none: the child will not be waited for.
            if let row = try? loop.storedRow(key), let status = ExecutionStatus(rawValue: row.status) {
                outcome = MapRunChildOutcome(status)
                bytes = ExecutionDetails(bytes: row.bytes)?.outputByteCount ?? 0
            }
            let ended = MapRunInput.childEnded(
                ordinal: ordinal, attempt: attempt, outcome: outcome, outputBytes: bytes)
            loop.hand(to: runKey) { $0.offer(ended, toMapRun: runKey) }
        }
    }

    /// Starts a child, or finds it as it stands: running, or over.
    private func startChild(_ request: StartRequest, key: ExecutionKey, arn: ExecutionARN, link: MapRunLink) {
        do throws(EngineFailure) {
            if resident(key) != nil { return }
            if let ending = executions[key] {
                // It failed while it could not be read, and the end of its log is being written.
                return whenDurable(ending) { [weak self] _ in
                    self?.post { $0.startChild(request, key: key, arn: arn, link: link) }
                }
            }
            if let row = try storedRow(key), let status = ExecutionStatus(rawValue: row.status) {
                if status == .running { return }
                let details = ExecutionDetails(bytes: row.bytes)
                let isAnOldEnd = status != .succeeded && (details?.mapRun?.attempt ?? 0) < link.attempt
                if isAnOldEnd, !request.isExpress, try redriveChild(key, link) { return }
                // Redriven EXPRESS children begin anew under the same ARN. Source: developer guide, "Redriving Map Runs".
                guard isAnOldEnd, request.isExpress else {
                    return report(
                        MapRunChildOutcome(status), outputBytes: details?.outputByteCount ?? 0, by: link)
                }
            }
            let program = try services.programs.program(sha256: request.definitionSHA256, mapState: link.stateName)
            var details = ExecutionDetails(request, expressID: arn.expressID, semantics: Semantics.now)
            details.mapRun = link
            let now = services.clock.now
            let facts = services.facts(key: key, arn: arn, details: details, startedAt: now, input: request.input)
            let child = LiveExecution(
                key: key, arn: arn, startedAt: now, definitionSHA256: request.definitionSHA256, program: program,
                details: details, state: ExecutionState(facts: facts), isTransient: false)
            executions[key] = child
            offer(.started, to: child)
        } catch {
            services.logger.error(
                "a child execution could not be started",
                metadata: ["execution.arn": "\(arn.text)", "reason": "\(error)"])
        }
    }

    /// Lets a child that ended badly go on where it ended.
    ///
    /// - Returns: `false` when it cannot be redriven.
    private func redriveChild(_ key: ExecutionKey, _ link: MapRunLink) throws(EngineFailure) -> Bool {
        guard let child = try fold(key, includesEnded: true), child.heldBecause == nil, child.state.accepts(.redriven)
        else { return false }
        child.details.mapRun = link
        executions[key] = child
        offer(.redriven, to: child)
        return true
    }

    /// Tells the Map Run how a child has ended; the end is durable.
    func reportEnd(of child: LiveExecution) {
        guard let link = child.details.mapRun else { return }
        report(MapRunChildOutcome(child.status), outputBytes: child.details.outputByteCount, by: link)
    }

    private func report(_ outcome: MapRunChildOutcome, outputBytes: Int, by link: MapRunLink) {
        guard let runKey = link.runKey else { return }
        hand(to: runKey) { loop in
            loop.offer(
                .childEnded(
                    ordinal: link.ordinal, attempt: link.attempt, outcome: outcome, outputBytes: outputBytes),
                toMapRun: runKey)
        }
    }

    /// A child was dropped after a failed commit and is not on disk: it is started again.
    func restartChild(_ child: LiveExecution) {
        guard let link = child.details.mapRun, let runKey = link.runKey else { return }
        hand(to: runKey) { loop in
            guard let run = loop.mapRuns[runKey], run.state.outcome(of: link.ordinal) == .running else { return }
            run.toStart.append((link.ordinal, link.attempt))
            if run.toStart.count == 1 { loop.startNext(of: run) }
        }
    }
}

extension MapRunChildOutcome {
    /// How a child that has ended counts.
    init(_ status: ExecutionStatus) {
        self =
            switch status {
            case .succeeded: .succeeded
            case .failed, .pendingRedrive: .failed
            case .timedOut: .timedOut
            case .aborted: .aborted
            case .running: .running
            }
    }
}
