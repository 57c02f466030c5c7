import AWSWire
import JSONTree

/// One page of a list that is sorted by a text.
struct ListPage<Entry> {
    private let entries: ArraySlice<Entry>
    private let next: String?

    /// Cuts a page out of a whole list.
    ///
    /// - Parameters:
    ///   - size: Entries when the request does not say how many.
    ///   - list: What is listed: a marker is good for that alone.
    init(
        _ all: [Entry], _ request: ActionInput, size: Int = Limits.listPage, list: String, _ pages: PageTokens,
        id: (Entry) -> String
    ) throws(ServiceError) {
        // An entry that is gone by now does not end the list: it goes on where that would have been.
        (entries, next) = try pages.page(
            of: all, size: request.integer("Limit") ?? size, token: request.text("Marker"), list: list,
            refusal: ServiceError(
                "InvalidMarkerException",
                "The request was rejected because the marker that specifies where pagination should next begin is not valid."
            ),
            position: id, isAfter: { $1.utf8.lexicographicallyPrecedes(id($0).utf8) })
    }

    /// The page as a shape.
    func shape(_ member: String, _ shape: (Entry) -> JSON) -> JSON {
        var output: JSONObject = [member: .array(entries.map(shape)), "Truncated": .bool(next != nil)]
        output["NextMarker"] = next.map { .string($0) }
        return .object(output)
    }
}
