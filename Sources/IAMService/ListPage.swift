import AWSWire
import Digests
import JSONTree

/// One page of a list that is sorted by a text; the marker is the last entry's text, as base64.
struct ListPage<Entry> {
    private let entries: [Entry]
    private let next: String?

    /// Cuts a page out of a whole list.
    init(_ all: [Entry], _ request: ActionInput, id: (Entry) -> String) throws(ServiceError) {
        var rest = all
        if let marker = try request.text("Marker") {
            guard let bytes = Base64.decode(marker), let after = String(validating: bytes, as: UTF8.self) else {
                throw .validation("Invalid Marker.")
            }
            // An entry that is gone by now does not end the list: it goes on where that would have been.
            rest = all.filter { after.utf8.lexicographicallyPrecedes(id($0).utf8) }
        }
        entries = Array(rest.prefix(try request.integer("MaxItems") ?? Limits.listPage))
        next = entries.count < rest.count ? entries.last.map(id) : nil
    }

    /// The page as a shape.
    func shape(_ member: String, _ shape: (Entry) -> JSON) -> JSON {
        var output: JSONObject = [member: .array(entries.map(shape)), "IsTruncated": .bool(next != nil)]
        output["Marker"] = next.map { .string(Base64.encode($0.utf8)) }
        return .object(output)
    }
}
