import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// Map, distributed: hands its items to a Map Run and waits for its end.
enum DistributedMapStep {
    /// Works out what the Map Run depends on and starts it.
    static func begin(_ map: MapState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        let input = try fold.effectiveInput(of: state, frame)
        var items: [JSON]?
        if map.itemReader == nil { items = try MapStep.items(of: map, input, of: state, frame, in: &fold) }
        let started = fold.writer.mapStateStarted(
            previous: fold.core.frames[frame].previousEvent, length: items?.count ?? 0)
        fold.core.frames[frame].previousEvent = started
        let settings = try settings(of: map, input, of: state, frame, in: &fold)
        let exchange = try exchange(of: map, input, of: state, frame, in: &fold)
        let arn = MapRunARN(
            machine: fold.constants.facts.stateMachineName, label: map.label, state: state.name,
            at: fold.time, territory: fold.constants.facts.territory, chance: &fold.chance)
        let id = fold.writer.mapRunStarted(previous: started, mapRunARN: arn.text)
        fold.core.frames[frame].previousEvent = id
        var dispatch = MapRunDispatch(
            task: id, stateName: state.name, label: arn.label, id: arn.id, arn: arn.text, input: input,
            enteredAt: fold.core.frames[frame].enteredAt)
        dispatch.items = items.map { fold.produce(.array($0)) }
        dispatch.settings = settings
        dispatch.exchange = exchange
        dispatch.freeze(fold, frame)
        fold.core.frames[frame].phase = .mapRun(dispatch)
        fold.commands.append(.startMapRun(dispatch))
    }

    /// The Map Run is over.
    static func ended(_ task: Int64, _ outcome: MapRunOutcome, in fold: inout Fold) {
        guard let frame = fold.core.frame(ofMapRun: task) else { preconditionFailure("only an open Map Run ends") }
        let state = fold.core.frames[frame].graph.states[fold.core.frames[frame].stateIndex]
        switch outcome {
        case .failed(let error):
            // The failed Map Run stays in the frame until the failure is handled: a redrive goes on with it, unless its results were too large: then
            // another one is started. Source: developer guide, "Redriving Map Runs".
            if error.name == StatesErrorName.dataLimitExceeded { fold.core.frames[frame].phase = .ready }
            let event = fold.writer.failure(
                .mapRunFailed, previous: fold.core.frames[frame].previousEvent, error: error)
            fold.core.frames[frame].previousEvent = event
            fold.fail(frame, StepFailure(error, event: event, isFromBranch: true))
        case .succeeded(let output):
            guard case .map(let map) = state.kind else { preconditionFailure("only Map states have Map Runs") }
            fold.core.frames[frame].phase = .ready
            do throws(StepFailure) {
                let run = fold.writer.plain(.mapRunSucceeded, previous: fold.core.frames[frame].previousEvent)
                _ = fold.writer.plain(.mapStateSucceeded, previous: run)
                // Recorded from AWS up to August 2024; since November 2024 the exit follows `MapRunStarted`.
                fold.core.frames[frame].previousEvent = run
                let result = try fold.selected(output, by: map.resultSelector, of: state, frame)
                try fold.leave(state, frame, result: result, resultPath: map.resultPath, next: map.next)
            } catch {
                fold.fail(frame, error)
            }
        }
    }

    /// Something around the state ends it.
    static func abort(_ dispatch: MapRunDispatch, _ frame: Int, in fold: inout Fold) {
        fold.commands.append(.stopMapRun(dispatch))
        fold.core.frames[frame].previousEvent = fold.writer.plain(
            .mapRunAborted, previous: fold.core.frames[frame].previousEvent)
    }

    /// The execution is redriven: children that had not succeeded run again.
    static func redrive(_ dispatch: MapRunDispatch, _ frame: Int, after event: Int64, in fold: inout Fold) {
        var dispatch = dispatch
        dispatch.redriveCount += 1
        fold.core.frames[frame].previousEvent = fold.writer.mapRunRedriven(
            previous: event, mapRunARN: dispatch.arn, redriveCount: dispatch.redriveCount)
        fold.core.frames[frame].retries = []
        fold.core.frames[frame].phase = .mapRun(dispatch)
        fold.commands.append(.startMapRun(dispatch))
    }

    private static func settings(
        of map: MapState, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> MapRunSettings {
        var settings = MapRunSettings()
        settings.isExpress = map.childType == .express
        settings.concurrency =
            try fold.wholeNumber(map.maxConcurrency, "MaxConcurrency", in: input, of: state, frame) ?? 0
        settings.toleratedCount = try fold.wholeNumber(
            map.toleratedFailureCount, "ToleratedFailureCount", in: input, of: state, frame)
        settings.toleratedPercentage = try fold.percentage(
            map.toleratedFailurePercentage, "ToleratedFailurePercentage", in: input, of: state, frame)
        guard let batcher = map.itemBatcher else { return settings }
        settings.batchItems = try fold.wholeNumber(
            batcher.maxItems, "MaxItemsPerBatch", in: input, of: state, frame)
        settings.batchBytes = try fold.wholeNumber(
            batcher.maxBytes, "MaxInputBytesPerBatch", in: input, of: state, frame)
        if let template = batcher.batchInput {
            settings.batchInput = fold.produce(
                try fold.value(of: template, field: "ItemBatcher/BatchInput", in: input, of: state, frame))
        }
        return settings
    }

    private static func exchange(
        of map: MapState, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> MapRunExchange {
        var exchange = MapRunExchange()
        if let reader = map.itemReader {
            exchange.reader = .emptyObject
            if let parameters = reader.parameters {
                exchange.reader = try fold.value(
                    of: parameters, field: "ItemReader/Arguments", in: input, of: state, frame)
            }
            exchange.readerItemsMax = try fold.wholeNumber(
                reader.maxItems, "MaxItems", in: input, of: state, frame, mayBeNegative: true)
        }
        if let parameters = map.resultWriter?.parameters {
            exchange.writer = try fold.value(
                of: parameters, field: "ResultWriter/Arguments", in: input, of: state, frame)
        }
        return exchange
    }
}
