import AWSWire
import JSONTree

/// A page of a list: what follows the marker, as many as were asked for.
struct ListPage<Item> {
    private let items: ArraySlice<Item>
    private let next: String?

    /// Cuts a page out of a whole list.
    ///
    /// - Parameters:
    ///   - list: What is listed: a marker is good for that alone.
    ///   - sizeMax: The most items of a page, and how many it has when nobody says.
    ///   - position: Names an item's place for ever; rises in the order of bytes. An item that is gone by now does not end the list.
    init(
        _ all: [Item], _ input: JSON, list: String, _ pages: PageTokens, sizeMax: Int = 50, position: (Item) -> String
    ) throws(ServiceError) {
        // An empty marker is what a client sends that has none yet.
        let marker = input["Marker"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
        (items, next) = try pages.page(
            of: all, size: min(sizeMax, max(1, Int(input["MaxItems"]?.integerValue ?? Int64(sizeMax)))), token: marker,
            list: list, refusal: .invalidParameter("Invalid marker: it is none of this list, or over a day old."),
            position: position, isAfter: { $1.utf8.lexicographicallyPrecedes(position($0).utf8) })
    }

    /// The action's output, the list as a member of a name.
    func output(_ name: String, _ form: (Item) -> JSON) -> JSON {
        var output = JSONObject([(name, .array(items.map(form)))])
        if let next { output["NextMarker"] = .string(next) }
        return .object(output)
    }
}
