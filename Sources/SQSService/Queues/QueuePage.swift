import AWSWire
import JSONTree
import ResourceNames

/// One page of queue URLs.
enum QueuePage {
    /// Cuts a page out of queues sorted by name; `NextToken` appears only when `MaxResults` was given, as in AWS.
    static func shape(
        _ queues: [Queue], member: String, _ input: ActionInput, in context: RequestContext, _ clock: any WallClock
    ) throws(ServiceError) -> JSONObject {
        let limit = try input.integer("MaxResults")
        if let limit, !(1...Limits.listPageMax).contains(limit) {
            throw .invalidValue(
                String(limit), of: "MaxResults", reason: "MaxResults must be an integer between 1 and 1000.")
        }
        let token = try input.text("NextToken")
        let page = try PageTokens(clock: clock).page(
            of: queues, size: limit ?? Limits.listPageMax, token: token, list: member,
            refusal: .invalidValue("Invalid or expired next token."),
            position: { $0.key.name }, isAfter: { $1.utf8.lexicographicallyPrecedes($0.key.name.utf8) })
        var shape = JSONObject()
        if !page.items.isEmpty { shape[member] = .array(page.items.map { .string($0.key.url(in: context)) }) }
        if limit != nil { shape["NextToken"] = page.nextToken.map { .string($0) } }
        return shape
    }
}
