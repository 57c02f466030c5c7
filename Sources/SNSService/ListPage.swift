import AWSWire
import Digests
import JSONTree

/// One page of a list of topics or subscriptions.
enum ListPage {
    /// Cuts a page out of elements sorted by id; the token is the last id, hidden.
    static func shape<Element>(
        _ elements: [Element], member: String, id: (Element) -> String, _ input: ActionInput, _ shape: (Element) -> JSON
    ) throws(ServiceError) -> JSON {
        var rest = elements[...]
        if let token = try input.text("NextToken") {
            guard let bytes = Base64.decode(token) else { throw .invalid("NextToken") }
            let last = String(decoding: bytes, as: UTF8.self)
            rest = rest.drop { !last.utf8.lexicographicallyPrecedes(id($0).utf8) }
        }
        let page = rest.prefix(Limits.listPage)
        var answer = JSONObject([(member, .array(page.map(shape)))])
        if page.count < rest.count, let last = page.last {
            answer["NextToken"] = .string(Base64.encode(Array(id(last).utf8)))
        }
        return .object(answer)
    }
}
