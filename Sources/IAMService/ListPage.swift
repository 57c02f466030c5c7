import AWSWire
import JSONTree

/// One page of a list that is sorted by a text.
struct ListPage<Entry> {
    private let entries: ArraySlice<Entry>
    private let next: String?

    /// Cuts a page out of a whole list.
    ///
    /// - Parameter list: What is listed: a marker is good for that alone.
    init(
        _ all: [Entry], _ request: ActionInput, list: String, _ pages: PageTokens, id: (Entry) -> String
    ) throws(ServiceError) {
        (entries, next) = try pages.page(
            of: all, size: request.integer("MaxItems") ?? Limits.listPage, token: request.text("Marker"), list: list,
            refusal: .validation("Invalid Marker."), position: id,
            isAfter: { $1.utf8.lexicographicallyPrecedes(id($0).utf8) })
    }

    /// The page as a shape.
    func shape(_ member: String, _ shape: (Entry) -> JSON) -> JSON {
        var output: JSONObject = [member: .array(entries.map(shape)), "IsTruncated": .bool(next != nil)]
        output["Marker"] = next.map { .string($0) }
        return .object(output)
    }
}
