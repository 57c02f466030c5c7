import ExecutionHistory
import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// Map, inline: runs its item processor once for each item.
enum MapStep {
    /// Finds the items and begins as many iterations as may run at once.
    static func begin(_ map: MapState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        if let inspector = fold.inspector { return try inspect(map, inspector.setup, of: state, frame, in: &fold) }
        guard map.mode == .inline else { return try DistributedMapStep.begin(map, of: state, frame, in: &fold) }
        let input = try fold.effectiveInput(of: state, frame)
        let concurrency = try concurrency(of: map, input, of: state, frame, in: &fold)
        let items = try items(of: map, input, of: state, frame, in: &fold)
        let started = fold.writer.mapStateStarted(previous: fold.core.frames[frame].previousEvent, length: items.count)
        fold.core.frames[frame].previousEvent = started
        var branches = BranchSet(
            outputs: Array(repeating: nil, count: items.count), missing: items.count, nextItem: 0, items: items,
            input: input)
        guard !items.isEmpty else { return try over(branches, after: started, map, of: state, frame, in: &fold) }
        try fill(&branches, concurrency, after: started, map, of: state, frame, in: &fold)
    }

    /// Redriven while no iteration runs: the one that was to begin could not. It begins now.
    static func goOn(_ frame: Int, in fold: inout Fold) {
        let state = fold.core.frames[frame].graph.states[fold.core.frames[frame].stateIndex]
        // Something around it may have ended it meanwhile.
        guard case .branching(var branches) = fold.core.frames[frame].phase, case .map(let map) = state.kind else {
            return
        }
        do throws(StepFailure) {
            let concurrency = try concurrency(of: map, branches.input, of: state, frame, in: &fold)
            let previous = fold.core.frames[frame].previousEvent
            try fill(&branches, concurrency, after: previous, map, of: state, frame, in: &fold)
        } catch {
            fold.fail(frame, error)
        }
    }

    /// Begins iterations until as many run as may, or all have begun.
    private static func fill(
        _ branches: inout BranchSet, _ concurrency: Int, after previous: Int64, _ map: MapState, of state: State,
        _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) {
        do throws(StepFailure) {
            while branches.running.count < concurrency, branches.nextItem < branches.items.count {
                try iterate(&branches, after: previous, map, of: state, frame, in: &fold)
            }
        } catch {
            fold.core.frames[frame].phase = .branching(branches)
            throw error
        }
        fold.core.frames[frame].phase = .branching(branches)
    }

    /// How many iterations may run at once.
    private static func concurrency(
        of map: MapState, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> Int {
        let wanted = try fold.wholeNumber(map.maxConcurrency, "MaxConcurrency", in: input, of: state, frame) ?? 0
        return wanted == 0 ? Limits.inlineConcurrency : min(wanted, Limits.inlineConcurrency)
    }

    /// An iteration has ended well: the next item's turn, or the end of the state.
    static func iterationOver(
        _ iteration: Int, output: Payload, _ map: MapState, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) {
        guard case .branching(var branches) = fold.core.frames[frame].phase else {
            preconditionFailure("its iterations run")
        }
        fold.core.frames[frame].phase = .ready
        let last = fold.core.frames[iteration].previousEvent
        let position = fold.core.frames[iteration].position
        let succeeded = fold.writer.mapIteration(
            .mapIterationSucceeded, previous: last, name: state.name, index: position)
        branches.finish(iteration, at: position, output: output)
        fold.release(iteration)
        if branches.missing == 0 { return try over(branches, after: succeeded, map, of: state, frame, in: &fold) }
        do throws(StepFailure) {
            if branches.nextItem < branches.items.count {
                try iterate(&branches, after: last, map, of: state, frame, in: &fold)
            }
        } catch {
            fold.core.frames[frame].phase = .branching(branches)
            throw error
        }
        fold.core.frames[frame].phase = .branching(branches)
    }

    private static func over(
        _ branches: BranchSet, after last: Int64, _ map: MapState, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) {
        _ = fold.writer.plain(.mapStateSucceeded, previous: last)
        fold.core.frames[frame].previousEvent = last
        let result = try fold.selected(
            fold.joined(branches, of: state, frame), by: map.resultSelector, of: state, frame)
        try fold.leave(state, frame, result: result, resultPath: map.resultPath, next: map.next)
    }

    /// Begins the iteration of the next item.
    private static func iterate(
        _ branches: inout BranchSet, after previous: Int64, _ map: MapState, of state: State, _ frame: Int,
        in fold: inout Fold
    ) throws(StepFailure) {
        let index = branches.nextItem
        let item = MapItem(index: index, value: branches.items[index])
        let started = fold.writer.mapIteration(.mapIterationStarted, previous: previous, name: state.name, index: index)
        var value = item.value
        if let selector = map.itemSelector {
            fold.core.frames[frame].previousEvent = started
            value = try fold.value(
                of: selector, field: "ItemSelector", in: branches.input, ExpressionView(item: item), of: state, frame)
        }
        branches.nextItem += 1
        branches.running.append(
            fold.branch(
                into: map.processor, of: frame, position: index, item: item, input: fold.produce(value), after: started)
        )
    }

    /// The items of `ItemsPath` or `Items`, or of the whole input.
    static func items(
        of map: MapState, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> [JSON] {
        guard state.language == .jsonPath else { return try computedItems(of: map, input, of: state, frame, in: &fold) }
        var value = input.tree
        if let path = map.itemsPath { value = try fold.value(of: path, in: input.tree, of: state, frame) }
        guard let items = value.arrayValue else {
            var path = map.itemsPath?.text ?? "$"
            // Observed of AWS's TestState; the records of executions keep the whole path.
            if fold.inspector != nil, path.hasPrefix("$$") { path.removeFirst() }
            throw fold.failure(
                StatesErrorName.runtime, "Reference path \"\(path)\" must point to array.", of: state, frame)
        }
        return items
    }

    private static func computedItems(
        of map: MapState, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> [JSON] {
        guard let template = map.items else {
            guard let items = input.tree.arrayValue else {
                throw fold.evaluationFailure(
                    "Map state input must be an array but was: \(input.tree.text)", at: nil, of: state, frame)
            }
            return items
        }
        let value = try fold.value(of: template, field: "Items", .init(), of: state, frame)
        if let items = value.arrayValue { return items }
        guard case .expression(let text) = template else {
            throw fold.evaluationFailure(
                "Map state input must be an array but was: \(value.text)", at: "Items", of: state, frame)
        }
        throw fold.wrongType(value, of: text, expected: "array", field: "Items", of: state, frame)
    }
}
