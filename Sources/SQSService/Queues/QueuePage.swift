import AWSWire
import Digests
import JSONTree

/// One page of queue URLs.
enum QueuePage {
    /// Cuts a page out of queues sorted by name; `NextToken` appears only when `MaxResults` was given, as in AWS.
    static func shape(
        _ queues: [Queue], member: String, _ input: ActionInput, in context: RequestContext
    ) throws(ServiceError) -> JSONObject {
        let limit = try input.integer("MaxResults")
        if let limit, !(1...Limits.listPageMax).contains(limit) {
            throw .invalidValue(
                String(limit), of: "MaxResults", reason: "MaxResults must be an integer between 1 and 1000.")
        }
        var rest = queues[...]
        if let token = try input.text("NextToken") {
            guard let bytes = Base64.decode(token) else {
                throw .invalidValue(token, of: "NextToken", reason: "The token is not one of ours.")
            }
            let last = String(decoding: bytes, as: UTF8.self)
            rest = rest.drop { !last.utf8.lexicographicallyPrecedes($0.key.name.utf8) }
        }
        let page = rest.prefix(limit ?? Limits.listPageMax)
        var shape = JSONObject()
        if !page.isEmpty { shape[member] = .array(page.map { .string($0.key.url(in: context)) }) }
        if limit != nil, page.count < rest.count, let last = page.last {
            shape["NextToken"] = .string(Base64.encode(Array(last.key.name.utf8)))
        }
        return shape
    }
}
