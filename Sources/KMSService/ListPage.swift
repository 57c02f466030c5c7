import AWSWire
import JSONTree

/// One page of a list that is sorted by a text; the marker is the last entry's text.
struct ListPage<Entry> {
    private let entries: [Entry]
    private let next: String?

    /// Cuts a page out of a whole list.
    ///
    /// - Parameter size: Entries when the request does not say how many.
    init(_ all: [Entry], _ request: ActionInput, size: Int = Limits.listPage, id: (Entry) -> String)
        throws(ServiceError)
    {
        let marker = try request.text("Marker")
        // An entry that is gone by now does not end the list: it goes on where that would have been.
        let rest = all.filter { entry in marker.map { $0.utf8.lexicographicallyPrecedes(id(entry).utf8) } ?? true }
        entries = Array(rest.prefix(try request.integer("Limit") ?? size))
        next = entries.count < rest.count ? entries.last.map(id) : nil
    }

    /// The page as a shape.
    func shape(_ member: String, _ shape: (Entry) -> JSON) -> JSON {
        var output: JSONObject = [member: .array(entries.map(shape)), "Truncated": .bool(next != nil)]
        output["NextMarker"] = next.map { .string($0) }
        return .object(output)
    }
}
