import AWSWire
import JSONTree
import Logging
import StorageContract

/// Publishes events of stacks: what is to be published is written with the event, and kept until it has been.
final class StackNotices: Sendable {
    private let store: any Store
    private let waiting: AsyncStream<StackNotice>
    private let queue: AsyncStream<StackNotice>.Continuation

    /// Takes up what an earlier process left, in its order.
    init(store: any Store) throws(StoreError) {
        self.store = store
        (waiting, queue) = AsyncStream.makeStream()
        try store.eachResource(kind: StackNotice.kind) { [queue] key, bytes throws(StoreError) in
            // Why the bytes are no JSON does not matter: either way the row is damaged.
            guard let json = try? JSON.parse(bytes), let notice = StackNotice(id: key, json: json) else {
                throw .damaged(kind: StackNotice.kind, key: key)
            }
            queue.yield(notice)
        }
    }

    /// The row that keeps a notice.
    func row(of notice: StackNotice) -> Mutation {
        .putResource(kind: StackNotice.kind, key: notice.id, bytes: notice.json.bytes)
    }

    /// Publishes notices whose rows are durable.
    func publish(_ notices: [StackNotice]) { for notice in notices { queue.yield(notice) } }

    /// Publishes what waits, one after the other, until cancelled; what is left then is taken up by the next process.
    func run(_ surroundings: Surroundings) async {
        for await notice in waiting {
            var failures = 0
            while await !publish(notice, surroundings) {
                failures += 1
                // Cancelled: the row stays.
                do { try await surroundings.pause(.seconds(min(60, 1 << min(failures, 6)))) } catch { return }
            }
        }
    }

    /// Publishes one; `false` when it has to be tried again.
    private func publish(_ notice: StackNotice, _ surroundings: Surroundings) async -> Bool {
        var context = RequestContext(territory: notice.territory, requestID: notice.id, endpoint: "")
        // One that was published just before a crash is not published again.
        context.idempotencyKey = notice.id
        (context.sender, context.roleARN) = (notice.sender, notice.roleARN)
        if notice.roleARN != nil { context.sessionName = "AWSCloudFormation" }
        do throws(ServiceError) {
            _ = try await surroundings.dispatch(
                "sns", "Publish",
                [
                    "TopicArn": .string(notice.topic), "Subject": "AWS CloudFormation Notification",
                    "Message": .string(notice.text),
                ], context)
        } catch {
            if error.status >= 500 { return false }
            surroundings.logger.warning(
                "an event of a stack could not be published",
                metadata: ["topic.arn": "\(notice.topic)", "reason": "\(error.code): \(error.message)"])
        }
        do throws(StoreError) {
            try await store.write([.deleteResource(kind: StackNotice.kind, key: notice.id)])
            return true
        } catch { return false }
    }
}
