import JSONTree

/// What a Map Run exchanges with a store of objects: the arguments of `ItemReader` and `ResultWriter`, worked out.
package struct MapRunExchange: Sendable {
    /// Arguments of the reader's call; `nil` without a reader.
    package var reader: JSON?
    /// `MaxItems`, worked out.
    package var readerItemsMax: Int?
    /// Arguments of the writer's call; `nil` without a writer.
    package var writer: JSON?

    /// Nothing.
    package init() {}

    /// As kept in logs.
    var json: JSON {
        var json = JSONObject()
        if let reader { json["reader"] = reader }
        if let readerItemsMax { json["readerItemsMax"] = .integer(Int64(readerItemsMax)) }
        if let writer { json["writer"] = writer }
        return .object(json)
    }

    /// Reads what `json` wrote.
    init(json: JSON?) {
        reader = json?["reader"]
        readerItemsMax = json?["readerItemsMax"]?.integerValue.map { Int($0) }
        writer = json?["writer"]
    }
}
