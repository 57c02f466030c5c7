import AWSWire
import AccessPolicies
import Digests
import JSONTree
import ResourceNames

/// Events on their way to functions: what waits is lost when the process dies, as what comes while too much waits.
///
/// Source: CloudWatch Logs user guide, "Log group-level subscription filters", for the form of the event.
final class FilterDeliveries: Sendable {
    /// Events of one stream for one filter.
    private struct Batch: Sendable {
        let group: GroupKey
        let stream: String
        let filter: SubscriptionFilter
        let events: [LogEvent]
    }

    private let batches: AsyncStream<Batch>
    private let queue: AsyncStream<Batch>.Continuation
    private let run: LogsService.RunAction
    private let requestID: @Sendable () -> String
    private let pause: @Sendable (Duration) async throws -> Void

    /// - Parameters:
    ///   - run: Reaches functions.
    ///   - pause: Waits between attempts; throws when cancelled.
    init(run: @escaping LogsService.RunAction, pause: @escaping @Sendable (Duration) async throws -> Void) {
        (self.run, self.pause) = (run, pause)
        requestID = {
            let words = SecureRandom.bytes(16).withUnsafeBytes { bytes in
                (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            }
            return UUIDText.version4(high: words.0, low: words.1)
        }
        (batches, queue) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(Limits.filterBatchesMax))
    }

    /// Refuses a function that is not there, or may not be called.
    func check(_ function: String, for group: GroupKey) async throws(ServiceError) {
        do throws(ServiceError) {
            _ = try await invoke(function, "DryRun", Array("{}".utf8), for: group)
        } catch {
            throw .invalid(
                "Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function."
            )
        }
    }

    /// Notes events that are durable.
    func note(_ events: [LogEvent], of stream: String, in group: LogGroup) {
        for filter in group.filters {
            let wanted = events.filter { filter.filter.matches($0.message) }
            if !wanted.isEmpty {
                queue.yield(Batch(group: group.id, stream: stream, filter: filter, events: wanted))
            }
        }
    }

    /// Calls functions, one after the other, until cancelled.
    func run() async {
        for await batch in batches {
            let payload = Self.payload(batch)
            for attempt in 1...Limits.filterAttempts {
                do throws(ServiceError) {
                    _ = try await invoke(batch.filter.destination, "Event", payload, for: batch.group)
                    break
                } catch {
                    // What the function's owner has to mend does not get better by itself.
                    guard error.status >= 500 || error.status == 429, attempt < Limits.filterAttempts else { break }
                }
                // Cancelled: the process ends.
                do { try await pause(.seconds(attempt)) } catch { return }
            }
        }
    }

    private func invoke(
        _ function: String, _ type: String, _ payload: [UInt8], for group: GroupKey
    ) async throws(ServiceError) -> OperationOutput {
        let arn = ARN(function)
        var context = RequestContext(
            territory: Territory(
                account: arn?.account ?? group.territory.account, region: arn?.region ?? group.territory.region),
            requestID: requestID(), endpoint: "")
        context.depth = 1
        context.sender = Sender(caller: .service("logs.amazonaws.com"), sourceARN: "\(group.arn):*")
        return try await run(
            "lambda", "Invoke",
            [
                "FunctionName": .string(function), "InvocationType": .string(type),
                "Payload": .string(Base64.encode(payload)),
            ], context)
    }

    private static func payload(_ batch: Batch) -> [UInt8] {
        let data: JSON = [
            "messageType": "DATA_MESSAGE", "owner": .string(batch.group.territory.account),
            "logGroup": .string(batch.group.name), "logStream": .string(batch.stream),
            "subscriptionFilters": [.string(batch.filter.name)],
            "logEvents": .array(
                batch.events.map {
                    [
                        "id": .string($0.position.id), "timestamp": .integer($0.position.milliseconds),
                        "message": .string($0.message),
                    ]
                }),
        ]
        return JSON.object(["awslogs": ["data": .string(Base64.encode(GzipBody.packed(data.bytes)))]]).bytes
    }
}
