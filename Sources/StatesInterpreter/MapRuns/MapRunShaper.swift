import JSONTree
import ResourceNames
import StatesLanguage

/// Makes the inputs of a Map Run's children: `ItemSelector` item by item, batches around them.
///
/// Expressions see what their state saw when it was entered. The same item always gets the same chance.
package struct MapRunShaper: Sendable {
    /// The Map state.
    package let map: MapState
    /// Its name.
    package var stateName: String { dispatch.stateName }
    private let dispatch: MapRunDispatch
    private let settings: MapRunSettings
    private let constants: ExecutionConstants
    private let program: Program
    private let frame: Frame

    /// - Parameter facts: Of the parent.
    /// - Returns: `nil` when the program has no such state.
    package init?(_ dispatch: MapRunDispatch, facts: ExecutionFacts, program: Program) {
        guard let (graph, index) = program.graph.find(dispatch.stateName), case .map(let map) = graph.states[index].kind
        else { return nil }
        self.map = map
        self.dispatch = dispatch
        self.program = program
        settings = dispatch.settings
        constants = ExecutionConstants(facts)
        var frame = Frame(
            graph: graph, parent: -1, position: 0, item: dispatch.outerItem, stateIndex: index, input: dispatch.input,
            previousEvent: 0)
        frame.enteredAt = dispatch.enteredAt
        frame.variables = dispatch.variables
        frame.retries = [dispatch.retryCount]
        self.frame = frame
    }

    /// The input of a child.
    ///
    /// - Parameter items: Its items, the first of which stands at `start`.
    package func input(of items: some Sequence<JSON>, from start: Int) throws(StatesError) -> Payload {
        var values: [JSON] = []
        var index = start
        for item in items {
            values.append(try value(of: item, at: index))
            index += 1
        }
        guard settings.isBatched else {
            precondition(values.count == 1, "a child that has no batch has one item")
            return Payload(values[0])
        }
        var batch = JSONObject()
        if let batchInput = settings.batchInput { batch["BatchInput"] = batchInput.tree }
        batch["Items"] = .array(values)
        return Payload(.object(batch))
    }

    /// Where batches begin when a limit of bytes decides; empty when none does.
    package func batches(of items: some Sequence<JSON>) throws(StatesError) -> [Int] {
        guard let bytesMax = settings.batchBytes else { return [] }
        let itemsMax = max(1, settings.batchItems ?? .max)
        let frameBytes =
            settings.batchInput.map { $0.byteCount + "{\"BatchInput\":,\"Items\":[]}".utf8.count }
            ?? "{\"Items\":[]}".utf8.count
        var starts: [Int] = []
        var (bytes, count, index) = (0, 0, 0)
        for item in items {
            let size = try value(of: item, at: index).bytes.count + 1
            if starts.isEmpty || count == itemsMax || frameBytes + bytes + size - 1 > bytesMax {
                starts.append(index)
                (bytes, count) = (0, 0)
            }
            bytes += size
            count += 1
            index += 1
        }
        return starts
    }

    private func value(of item: JSON, at index: Int) throws(StatesError) -> JSON {
        guard let selector = map.itemSelector else { return item }
        var core = ExecutionCore()
        core.frames = [frame]
        core.redriveCount = dispatch.parentRedriveCount
        core.redrivenAt = dispatch.parentRedrivenAt
        core.lastEventID = dispatch.task
        let seed = UInt64(bitPattern: dispatch.enteredAt.milliseconds) &* 31 &+ UInt64(index)
        var fold = Fold(constants: constants, core: core, program: program, time: dispatch.enteredAt, seed: seed)
        let state = frame.graph.states[frame.stateIndex]
        do throws(StepFailure) {
            return try fold.value(
                of: selector, field: "ItemSelector", in: dispatch.input,
                ExpressionView(item: MapItem(index: index, value: item)), of: state, 0)
        } catch {
            throw error.error
        }
    }
}
