import AWSWire
import JSONTree

/// The entries of a batch action, and its answer: what succeeded and what failed, entry by entry.
struct Batch {
    /// One entry.
    struct Entry {
        let id: String
        let input: ActionInput
    }

    /// What was asked for, in order.
    let entries: [Entry]
    private var successful: [JSON] = []
    private var failed: [JSON] = []

    /// Checks what concerns the batch as a whole.
    init(_ input: ActionInput, entryType: String) throws(ServiceError) {
        let list = try input.list("Entries") ?? []
        guard !list.isEmpty else {
            throw .sqs("EmptyBatchRequest", "There should be at least one \(entryType) in the request.")
        }
        guard list.count <= Limits.batchEntriesMax else {
            throw .sqs(
                "TooManyEntriesInBatchRequest",
                "Maximum number of entries per request are \(Limits.batchEntriesMax). You have sent \(list.count).")
        }
        var entries: [Entry] = []
        for shape in list {
            let entry = ActionInput(shape)
            let id = try entry.requiredText("Id")
            guard id.utf8.count <= Limits.batchEntryIDMax, id.utf8.allSatisfy(QueueKey.isNameByte) else {
                throw .sqs(
                    "InvalidBatchEntryId",
                    "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long."
                )
            }
            guard !entries.contains(where: { $0.id == id }) else {
                throw .sqs("BatchEntryIdsNotDistinct", "Id \(id) repeated.")
            }
            entries.append(Entry(id: id, input: entry))
        }
        self.entries = entries
    }

    /// Notes a success with further members.
    mutating func succeed(_ id: String, _ members: JSONObject = JSONObject()) {
        successful.append(.object(JSONObject([("Id", .string(id))] + members.map { ($0.key, $0.value) })))
    }

    /// Notes a failure of one entry.
    mutating func fail(_ id: String, _ error: ServiceError) {
        failed.append(
            .object(
                JSONObject([
                    ("Id", .string(id)), ("SenderFault", .bool(error.status < 500)),
                    ("Code", .string(error.queryCode ?? error.code)),
                    ("Message", .string(error.message)),
                ])))
    }

    /// The answer; a list without elements is left out.
    var output: OperationOutput {
        var shape = JSONObject()
        if !successful.isEmpty { shape["Successful"] = .array(successful) }
        if !failed.isEmpty { shape["Failed"] = .array(failed) }
        return OperationOutput(.object(shape))
    }
}
