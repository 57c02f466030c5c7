import JSONPathLanguage

/// `Map`: runs an item processor for each element of an array.
package struct MapState: Sendable {
    /// Where the iterations run.
    package enum Mode: Sendable {
        /// In the execution itself.
        case inline
        /// In child executions of their own.
        case distributed
    }
    /// Where the iterations run.
    package var mode: Mode
    /// What each iteration does.
    package var processor: StateGraph
    /// The type of the child executions of a distributed Map; `nil` inline.
    package var childType: MachineType?
    /// Of the effective input; absent: the whole input.
    package var itemsPath: JSONPath?
    /// `Items` of a JSONata state; absent: the whole input.
    package var items: JSONataTemplate?
    /// `ItemSelector`, or the older `Parameters`.
    package var itemSelector: ValueTemplate?
    /// Reads the items from elsewhere; distributed only.
    package var itemReader: ItemReader?
    /// Bundles items; distributed only.
    package var itemBatcher: ItemBatcher?
    /// Writes the results elsewhere; distributed only.
    package var resultWriter: ResultWriter?
    /// 0 or absent: as many as there are.
    package var maxConcurrency: NumberSource?
    /// How many iterations may fail.
    package var toleratedFailureCount: NumberSource?
    /// How many of a hundred iterations may fail.
    package var toleratedFailurePercentage: PercentageSource?
    /// Names the Map in ARNs of its children.
    package var label: String?
    /// Shapes the array of the iterations' outputs.
    package var resultSelector: PayloadTemplate?
    /// Where the result goes in the input.
    package var resultPath: OptionalPath<ReferencePath>
    /// Tried in order.
    package var retry: [Retrier]
    /// Tried in order, once no retrier helps.
    package var catchers: [Catcher]
    /// Where it leads when all is well.
    package var next: Transition

    /// Puts a state together.
    package init(
        mode: Mode = .inline, processor: StateGraph, childType: MachineType? = nil, itemsPath: JSONPath? = nil,
        items: JSONataTemplate? = nil, itemSelector: ValueTemplate? = nil, itemReader: ItemReader? = nil,
        itemBatcher: ItemBatcher? = nil,
        resultWriter: ResultWriter? = nil, maxConcurrency: NumberSource? = nil,
        toleratedFailureCount: NumberSource? = nil,
        toleratedFailurePercentage: PercentageSource? = nil, label: String? = nil,
        resultSelector: PayloadTemplate? = nil,
        resultPath: OptionalPath<ReferencePath> = .whole, retry: [Retrier] = [], catchers: [Catcher] = [],
        next: Transition
    ) {
        self.mode = mode
        self.processor = processor
        self.childType = childType
        self.itemsPath = itemsPath
        self.items = items
        self.itemSelector = itemSelector
        self.itemReader = itemReader
        self.itemBatcher = itemBatcher
        self.resultWriter = resultWriter
        self.maxConcurrency = maxConcurrency
        self.toleratedFailureCount = toleratedFailureCount
        self.toleratedFailurePercentage = toleratedFailurePercentage
        self.label = label
        self.resultSelector = resultSelector
        self.resultPath = resultPath
        self.retry = retry
        self.catchers = catchers
        self.next = next
    }
}

extension MapState {
    /// What may stand in such a state beside the fields of every state, in JSONPath.
    static let fieldNames: Set<String> = [
        "ItemProcessor", "Iterator", "ItemsPath", "ItemSelector", "Parameters", "ItemReader", "ItemBatcher",
        "ResultWriter",
        "MaxConcurrency", "MaxConcurrencyPath", "ToleratedFailureCount", "ToleratedFailureCountPath",
        "ToleratedFailurePercentage",
        "ToleratedFailurePercentagePath", "Label", "InputPath", "OutputPath", "ResultSelector", "ResultPath", "Retry",
        "Catch",
        "Assign", "Next", "End",
    ]

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> MapState? {
        fields.oneOf(["ItemProcessor", "Iterator"], isRequired: true)
        fields.oneOf(["ItemSelector", "Parameters"])
        let processor = ItemProcessorReading.read(fields, in: graph)
        let itemsPath = fields.singlePath("ItemsPath")
        let items = fields.language == .jsonata ? fields.jsonata("Items") : nil
        let selector = fields.value("ItemSelector") ?? fields.template("Parameters").map(ValueTemplate.jsonPath)
        let reader = ItemReader.read(fields)
        let batcher = ItemBatcher.read(fields)
        let writer = ResultWriter.read(fields)
        let concurrency = fields.numberSource("MaxConcurrency")
        let count = fields.numberSource("ToleratedFailureCount")
        let percentage = fields.percentageSource("ToleratedFailurePercentage")
        let label = fields.text("Label")
        if let label { graph.definition.claim(label: label, at: fields.place.field("Label")) }
        let resultSelector = fields.template("ResultSelector")
        let resultPath = fields.resultPath()
        let retry = Retrier.read(fields)
        let catchers = Catcher.read(fields, in: graph)
        guard let next = graph.transition(of: fields), let processor else { return nil }
        return MapState(
            mode: processor.childType == nil ? .inline : .distributed, processor: processor.graph,
            childType: processor.childType,
            itemsPath: itemsPath, items: items, itemSelector: selector, itemReader: reader, itemBatcher: batcher,
            resultWriter: writer,
            maxConcurrency: concurrency, toleratedFailureCount: count, toleratedFailurePercentage: percentage,
            label: label,
            resultSelector: resultSelector, resultPath: resultPath, retry: retry, catchers: catchers, next: next)
    }
}
