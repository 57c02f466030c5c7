import AWSWire
import JSONTree

/// One page of a list that is sorted by a text; the token is the last entry's text.
struct ListPage<Entry> {
    private let entries: ArraySlice<Entry>
    private let next: String?

    /// Cuts a page out of a whole list.
    init(_ all: [Entry], _ request: ActionInput, id: (Entry) -> String) throws(ServiceError) {
        var rest = all[...]
        if let token = try request.text("nextToken") {
            guard let place = all.firstIndex(where: { id($0) == token }) else {
                // The entry is gone by now: the list goes on where it would have been.
                rest = rest.drop { !token.utf8.lexicographicallyPrecedes(id($0).utf8) }
                entries = rest.prefix(try request.limit(Limits.listPage))
                next = entries.count < rest.count ? entries.last.map(id) : nil
                return
            }
            rest = all[(place + 1)...]
        }
        entries = rest.prefix(try request.limit(Limits.listPage))
        next = entries.count < rest.count ? entries.last.map(id) : nil
    }

    /// The page as a shape.
    func shape(_ member: String, _ shape: (Entry) -> JSON) -> JSON {
        var output: JSONObject = [member: .array(entries.map(shape))]
        output["nextToken"] = next.map { .string($0) }
        return .object(output)
    }
}
