import AWSWire
import Digests
import JSONTree

/// One page of a list in a fixed order; the token says how many entries came before.
enum ListPage {
    /// Cuts a page out.
    static func shape<Entry>(
        _ entries: [Entry], member: String, _ input: ActionInput, _ shape: (Entry) -> JSON
    ) throws(ServiceError) -> OperationOutput {
        var start = 0
        if let token = try input.text("NextToken") {
            guard let bytes = Base64.decode(token), let count = Int(String(decoding: bytes, as: UTF8.self)),
                (0...entries.count).contains(count)
            else { throw .validation("Invalid NextToken: \(token)") }
            start = count
        }
        let page = entries[start...].prefix(Limits.page)
        var answer: JSONObject = [member: .array(page.map(shape))]
        if start + page.count < entries.count {
            answer["NextToken"] = .string(Base64.encode(Array(String(start + page.count).utf8)))
        }
        return OperationOutput(.object(answer))
    }
}
