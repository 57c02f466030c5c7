import JSONPathLanguage

/// `ItemBatcher` of a distributed Map: how items are bundled into the input of one child.
package struct ItemBatcher: Sendable {
    /// At most that many items.
    package var maxItems: NumberSource?
    /// At most that many bytes.
    package var maxBytes: NumberSource?
    /// What every batch holds beside its items.
    package var batchInput: ValueTemplate?

    /// Puts a batcher together.
    package init(maxItems: NumberSource? = nil, maxBytes: NumberSource? = nil, batchInput: ValueTemplate? = nil) {
        self.maxItems = maxItems
        self.maxBytes = maxBytes
        self.batchInput = batchInput
    }
}

extension ItemBatcher {
    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ map: Fields) -> ItemBatcher? {
        guard let fields = map.nested("ItemBatcher") else { return nil }
        fields.allow([
            "MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath",
            "BatchInput",
        ])
        return ItemBatcher(
            maxItems: fields.numberSource("MaxItemsPerBatch"),
            maxBytes: fields.numberSource("MaxInputBytesPerBatch", 0...Limits.batchBytesMax),
            batchInput: fields.value("BatchInput"))
    }
}
