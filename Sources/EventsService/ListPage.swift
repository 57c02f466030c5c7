import AWSWire
import Digests
import JSONTree

/// One page of a list that is sorted by a text; the token is the last entry's text, hidden.
enum ListPage {
    /// Cuts a page out.
    static func shape<Entry>(
        _ entries: [Entry], member: String, id: (Entry) -> String, _ input: ActionInput, _ shape: (Entry) -> JSON
    ) throws(ServiceError) -> OperationOutput {
        var rest = entries[...]
        if let token = try input.text("NextToken") {
            guard let bytes = Base64.decode(token) else {
                throw .invalid("Parameter NextToken is not valid. Reason: Provided NextToken is not in correct format.")
            }
            let last = String(decoding: bytes, as: UTF8.self)
            rest = rest.drop { !last.utf8.lexicographicallyPrecedes(id($0).utf8) }
        }
        let page = rest.prefix(try input.limit)
        var answer: JSONObject = [member: .array(page.map(shape))]
        if page.count < rest.count, let last = page.last {
            answer["NextToken"] = .string(Base64.encode(Array(id(last).utf8)))
        }
        return OperationOutput(.object(answer))
    }
}
