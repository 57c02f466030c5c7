import AWSWire
import JSONTree
import StorageContract

/// `PublishBatch`: publishes up to ten messages.
struct PublishBatch: Operation {
    static let name = "PublishBatch"
    let publisher: Publisher

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let key = try TopicKey(arn: try input.requiredText("TopicArn"))
        let topic = try publisher.catalogue.topic(key)
        let entries = try Self.entries(input)
        var publications: [(id: String, publication: Publication)] = []
        var failed: [JSON] = []
        for (id, entry) in entries {
            do throws(ServiceError) {
                publications.append((id, try Publication(entry, for: topic)))
            } catch {
                failed.append(Self.failure(id, error))
            }
        }
        guard publications.reduce(0, { $0 + $1.publication.size }) <= Limits.messageBytesMax else {
            throw ServiceError(
                "BatchRequestTooLong", "The length of all the messages put together is more than the limit.")
        }
        var successful: [JSON] = []
        for (id, publication) in publications {
            let idempotencyKey = context.idempotencyKey.isEmpty ? "" : "\(context.idempotencyKey)/\(id)"
            do throws(ServiceError) {
                let prepared = try await publisher.prepare(
                    publication, to: key, in: context, idempotencyKey: idempotencyKey)
                // Each by itself: an entry may repeat the deduplication id of the one before and then waits for it.
                try await publisher.commit(prepared.writes)
                let members = prepared.receipt.members.map { ($0.key, $0.value) }
                successful.append(.object(JSONObject([("Id", .string(id))] + members)))
            } catch {
                failed.append(Self.failure(id, error))
            }
        }
        return OperationOutput(.object(JSONObject([("Successful", .array(successful)), ("Failed", .array(failed))])))
    }

    private static func entries(_ input: ActionInput) throws(ServiceError) -> [(id: String, entry: ActionInput)] {
        let list = try input.list("PublishBatchRequestEntries") ?? []
        guard !list.isEmpty else {
            throw ServiceError("EmptyBatchRequest", "The batch request doesn't contain any entries.")
        }
        guard list.count <= Limits.batchEntriesMax else {
            throw ServiceError(
                "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.")
        }
        var entries: [(id: String, entry: ActionInput)] = []
        for shape in list {
            let entry = ActionInput(shape)
            let id = try entry.requiredText("Id")
            guard id.utf8.count <= 80, id.utf8.allSatisfy(TopicKey.isNameByte) else {
                throw ServiceError(
                    "InvalidBatchEntryId",
                    "The Id of a batch entry in a batch request doesn't abide by the specification.")
            }
            guard !entries.contains(where: { $0.id == id }) else {
                throw ServiceError(
                    "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.")
            }
            entries.append((id, entry))
        }
        return entries
    }

    private static func failure(_ id: String, _ error: ServiceError) -> JSON {
        .object(
            JSONObject([
                ("Id", .string(id)), ("Code", .string(error.code)), ("Message", .string(error.message)),
                ("SenderFault", .bool(error.status < 500)),
            ]))
    }
}
