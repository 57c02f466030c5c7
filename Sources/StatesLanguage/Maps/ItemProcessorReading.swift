/// Reads `ItemProcessor`, or the older `Iterator`.
struct ItemProcessorReading {
    /// What each iteration does.
    let graph: StateGraph
    /// `nil` inline.
    let childType: MachineType?

    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ fields: Fields, in graph: GraphReading) -> ItemProcessorReading? {
        let name = fields.has("ItemProcessor") ? "ItemProcessor" : "Iterator"
        guard let processor = fields.nested(name) else { return nil }
        processor.allow(["Comment", "StartAt", "States", "ProcessorConfig"])
        let childType = processor.nested("ProcessorConfig").flatMap { readConfig($0, in: graph) }
        let states = GraphReading.read(
            processor, of: graph.definition, type: childType ?? graph.type, depth: graph.depth + 1)
        return states.map { ItemProcessorReading(graph: $0, childType: childType) }
    }

    private static func readConfig(_ config: Fields, in graph: GraphReading) -> MachineType? {
        let mode = config.choice("Mode", of: ["INLINE", "DISTRIBUTED"])
        guard mode == "DISTRIBUTED" else {
            config.allow(["Mode"])
            return nil
        }
        config.allow(["Mode", "ExecutionType"])
        if graph.type == .express {
            config.refuse(
                "Mode", "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines")
        }
        config.require(["ExecutionType"])
        return config.choice("ExecutionType", of: ["STANDARD", "EXPRESS"]).flatMap(MachineType.init(rawValue:))
    }
}
