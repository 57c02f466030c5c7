import AWSWire
import Digests
import JSONTree
import ResourceNames

/// `ListQueues`: the queues of an account in a region, by name.
struct ListQueues: Operation {
    static let name = "ListQueues"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let queues = catalogue.list(context.territory, prefix: try input.text("QueueNamePrefix") ?? "")
        return OperationOutput(.object(try QueuePage.shape(queues, member: "QueueUrls", input, in: context)))
    }
}

/// `ListDeadLetterSourceQueues`: the queues whose dead letters go to a queue.
struct ListDeadLetterSourceQueues: Operation {
    static let name = "ListDeadLetterSourceQueues"
    let catalogue: QueueCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let target = try catalogue.queue(input, in: context)
        let page = try QueuePage.shape(catalogue.sources(ofDeadLetters: target.key), member: "queueUrls", input, in: context)
        var shape = page
        if shape["queueUrls"] == nil { shape["queueUrls"] = .array([]) }
        return OperationOutput(.object(shape))
    }
}

/// One page of queue URLs.
enum QueuePage {
    /// Cuts a page out of queues sorted by name; `NextToken` appears only when `MaxResults` was given, as in AWS.
    static func shape(
        _ queues: [Queue], member: String, _ input: ActionInput, in context: RequestContext
    ) throws(ServiceError) -> JSONObject {
        let limit = try input.integer("MaxResults")
        if let limit, !(1...Limits.listPageMax).contains(limit) {
            throw .invalidValue(String(limit), of: "MaxResults", reason: "MaxResults must be an integer between 1 and 1000.")
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
