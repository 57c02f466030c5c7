import AWSWire
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract

/// `PutEvents`: puts up to ten events on buses. When it answers, every delivery they lead to is durable.
struct PutEvents: PreparableOperation {
    static let name = "PutEvents"
    let courier: Courier
    let store: any Store

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let (output, writes) = try await prepared(ActionInput(input), context)
        do throws(StoreError) { try await store.commit(writes) } catch { throw .store(error) }
        return output
    }

    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        let (output, writes) = try await prepared(ActionInput(input), context)
        return (output, writes)
    }

    private func prepared(_ input: ActionInput, _ context: RequestContext) async throws(ServiceError) -> (
        OperationOutput, [PreparedWrite]
    ) {
        let entries = try input.list("Entries") ?? []
        guard (1...Limits.entriesMax).contains(entries.count) else {
            throw .invalid(
                "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length "
                    + (entries.isEmpty
                        ? "greater than or equal to 1" : "less than or equal to \(Limits.entriesMax)"))
        }
        guard entries.allSatisfy(\.isObject) else {
            throw ServiceError("SerializationException", "Entries must be objects")
        }
        guard entries.reduce(0, { $0 + EventEntry.size($1) }) < Limits.entryBytesMax else {
            throw .invalid("Total size of the entries in the request is over the limit.")
        }
        var (results, failures): ([JSON], Int64) = ([], 0)
        var writes: [PreparedWrite] = []
        for shape in entries {
            do throws(EventEntry.Refusal) {
                let entry = try EventEntry(shape, in: context.territory)
                let id = courier.surroundings.uuid()
                let event = entry.event(id: id, now: courier.surroundings.clock.now, in: context.territory)
                writes += await courier.writes(for: event, on: entry.bus, in: context)
                results.append(["EventId": .string(id)])
            } catch {
                failures += 1
                results.append(["ErrorCode": .string(error.code), "ErrorMessage": .string(error.message)])
            }
        }
        return (OperationOutput(["FailedEntryCount": .integer(failures), "Entries": .array(results)]), writes)
    }
}
