import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// A Map state in a test: all is worked out as for a run, and a mock stands for the iterations.
extension MapStep {
    /// Works the state out and leaves it with the mocked result, or fails as the test says.
    static func inspect(
        _ map: MapState, _ setup: StateTestSetup, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) {
        guard let mock = setup.mock else { preconditionFailure("a Map state is tested with a mock") }
        let input = try fold.effectiveInput(of: state, frame)
        let items = try testedItems(of: map, setup, input, of: state, frame, in: &fold)
        try inspectLimits(of: map, input, of: state, frame, in: &fold)
        var inputs = items ?? []
        if let selector = map.itemSelector, items != nil {
            inputs = try selected(inputs, by: selector, input, of: state, frame, in: &fold)
            fold.note(.afterItemSelector, fold.produce(.array(inputs)), of: state)
        }
        if let batcher = map.itemBatcher, items != nil {
            inputs = try batched(inputs, by: batcher, input, of: state, frame, in: &fold)
            fold.note(.afterItemBatcher, fold.produce(.array(inputs)), of: state)
        }
        if let failed = setup.failedIterations, items != nil, failed > inputs.count {
            fold.inspector?.seen.refusal =
                "Map iteration failure count must be less than or equal to the number of Map iterations"
        }
        if case .result = mock { try tolerate(setup.failedIterations ?? 0, of: inputs.count, frame, in: fold) }
        try fold.finish(
            state, frame, by: mock, selector: map.resultSelector, resultPath: map.resultPath, next: map.next)
    }

    /// The items; `nil` when a reader would have to be asked that the test does not stand in for.
    private static func testedItems(
        of map: MapState, _ setup: StateTestSetup, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> [JSON]? {
        guard let reader = map.itemReader else {
            let items = try items(of: map, input, of: state, frame, in: &fold)
            var source = input
            if let path = map.itemsPath, path.readsContext { source = setup.contextText }
            fold.note(.afterItemsPath, SourceSlice.payload(.array(items), at: map.itemsPath, in: source), of: state)
            return items
        }
        if let parameters = reader.parameters {
            _ = try fold.value(of: parameters, field: "ItemReader/Arguments", in: input, of: state, frame)
        }
        guard let text = setup.readerData else { return nil }
        guard let data = ReaderData.items(in: text, of: reader) else {
            throw StepFailure(
                StatesError(
                    StatesErrorName.itemReaderFailed, cause: "Attempting to parse the provided item reader data failed."
                ),
                event: fold.core.frames[frame].enteredEvent)
        }
        if let pointed = data.pointed { fold.note(.afterItemsPointer, fold.produce(pointed), of: state) }
        guard
            let limit = try whole(
                reader.maxItems, "ItemReader/ReaderConfig/MaxItems", input, of: state, frame, in: &fold), limit > 0
        else { return data.items }
        return Array(data.items.prefix(limit))
    }

    private static func inspectLimits(
        of map: MapState, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) {
        let concurrency = try whole(map.maxConcurrency, "MaxConcurrency", input, of: state, frame, in: &fold)
        fold.inspector?.seen.maxConcurrency = concurrency ?? 0
        let count = try whole(map.toleratedFailureCount, "ToleratedFailureCount", input, of: state, frame, in: &fold)
        fold.inspector?.seen.toleratedFailureCount = count
        let field = "ToleratedFailurePercentage"
        let percentage: Double? =
            switch map.toleratedFailurePercentage {
            case nil: nil
            case .constant(let number): number
            case .path(let path):
                try number(
                    try fold.value(of: path, in: input.tree, of: state, frame), at: path, field, atMost: 100, of: state,
                    frame, in: fold)
            case .expression(let text): try number(of: text, field, atMost: 100, of: state, frame, in: &fold)
            }
        fold.inspector?.seen.toleratedFailurePercentage = percentage
    }

    private static func whole(
        _ source: NumberSource?, _ field: String, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> Int? {
        switch source {
        case nil: return nil
        case .constant(let number): return number
        case .path(let path):
            let value = try fold.value(of: path, in: input.tree, of: state, frame)
            return Int(try number(value, at: path, field, atMost: 1e9, of: state, frame, in: fold))
        case .expression(let text): return Int(try number(of: text, field, atMost: 1e9, of: state, frame, in: &fold))
        }
    }

    private static func number(
        _ value: JSON, at path: JSONPath, _ field: String, atMost most: Double, of state: State, _ frame: Int,
        in fold: Fold
    ) throws(StepFailure) -> Double {
        guard let number = value.doubleValue ?? value.stringValue.flatMap({ Double($0) }) else {
            throw fold.failure(
                StatesErrorName.runtime,
                "The \(field)Path field refers to value \"\(Causes.quoted(value))\" which is not a valid \(most == 100 ? "number" : "integer"): \(path.text)",
                of: state, frame)
        }
        guard number >= 0, number <= most else {
            throw fold.failure(
                StatesErrorName.runtime,
                number < 0 ? "\(field) cannot be negative." : "\(field) cannot be greater than \(Int(most)).",
                of: state,
                frame)
        }
        return number
    }

    private static func number(
        of text: JSONataText, _ field: String, atMost most: Double, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> Double {
        let value = try fold.value(of: text, field: field, .init(), of: state, frame)
        guard value.isNumber, let number = value.doubleValue, number >= 0, number <= most else {
            throw fold.wrongType(value, of: text, expected: "number", field: field, of: state, frame)
        }
        return number
    }

    private static func selected(
        _ items: [JSON], by selector: ValueTemplate, _ input: Payload, of state: State, _ frame: Int,
        in fold: inout Fold
    ) throws(StepFailure) -> [JSON] {
        var inputs: [JSON] = []
        for (index, item) in items.enumerated() {
            let view = ExpressionView(item: MapItem(index: index, value: item))
            inputs.append(
                try fold.value(of: selector, field: "ItemSelector", in: input, view, of: state, frame))
        }
        return inputs
    }

    /// Bundles items: as many as count and size allow, at least one. Source: developer guide, "ItemBatcher".
    private static func batched(
        _ items: [JSON], by batcher: ItemBatcher, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> [JSON] {
        let most = try whole(batcher.maxItems, "MaxItemsPerBatch", input, of: state, frame, in: &fold) ?? 0
        let bytes = try whole(batcher.maxBytes, "MaxInputBytesPerBatch", input, of: state, frame, in: &fold) ?? 0
        var shared: JSON?
        if let template = batcher.batchInput {
            shared = try fold.value(of: template, field: "ItemBatcher/BatchInput", in: input, of: state, frame)
        }
        func batch(_ items: [JSON]) -> JSON {
            var members = JSONObject()
            if let shared { members["BatchInput"] = shared }
            members["Items"] = .array(items)
            return .object(members)
        }
        var batches: [JSON] = []
        var current: [JSON] = []
        for item in items {
            let isFull = most > 0 && current.count >= most
            let isHeavy = bytes > 0 && batch(current + [item]).bytes.count > bytes
            if !current.isEmpty, isFull || isHeavy {
                batches.append(batch(current))
                current = []
            }
            current.append(item)
        }
        return current.isEmpty ? batches : batches + [batch(current)]
    }

    /// Fails the state when more iterations failed than a tolerance allows. Observed of AWS's TestState: without a tolerance any number may.
    private static func tolerate(_ failed: Int, of count: Int, _ frame: Int, in fold: Fold) throws(StepFailure) {
        guard let seen = fold.inspector?.seen else { return }
        let isTooMany = seen.toleratedFailureCount.map { failed > $0 } ?? false
        let isTooGreat =
            seen.toleratedFailurePercentage.map { count > 0 && Double(failed) * 100 / Double(count) > $0 } ?? false
        guard isTooMany || isTooGreat else { return }
        throw StepFailure(
            StatesError(
                StatesErrorName.exceedToleratedFailureThreshold,
                cause: "The specified tolerated failure threshold was exceeded"),
            event: fold.core.frames[frame].enteredEvent)
    }
}
