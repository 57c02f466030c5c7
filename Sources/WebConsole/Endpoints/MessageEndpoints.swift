import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// Queues and topics with their messages. Looking at a queue receives nothing.
enum MessageEndpoints {
    /// Messages shown of one queue.
    private static let messagesMax = 100

    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("GET", "queues", queues), ConsoleRoute("GET", "topics", topics),
    ]

    /// How many messages stand where in each queue: what changes when something happens there.
    static func counts(_ request: ConsoleRequest) async throws(ServiceError) -> [JSON] {
        var all: [JSON] = []
        for url in try await request.all("sqs", "ListQueues", list: "QueueUrls") {
            do throws(ServiceError) {
                all.append(
                    try await request.call(
                        "sqs", "GetQueueAttributes", ["QueueUrl": url, "AttributeNames": ["All"]])["Attributes"]
                        ?? .null)
            } catch {
                // Deleted since the list was made.
                guard error.status < 500 else { throw error }
            }
        }
        return all
    }

    private static func queues(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var queues: [JSON] = []
        for attributes in try await counts(request) {
            guard let arn = attributes["QueueArn"]?.stringValue, let name = arn.split(separator: ":").last else {
                continue
            }
            let url = "\(request.context.endpoint)/\(request.context.territory.account)/\(name)"
            try request.services.dispatcher.gatekeeper?.admit(
                "ReceiveMessage", of: "sqs", ["QueueUrl": .string(url)], in: request.context)
            let messages = try await messages(of: arn, request)
            func count(_ name: String) -> Int64 { attributes[name]?.stringValue.flatMap { Int64($0) } ?? 0 }
            let waiting = count("ApproximateNumberOfMessages")
            let inFlight = count("ApproximateNumberOfMessagesNotVisible")
            let delayed = count("ApproximateNumberOfMessagesDelayed")
            queues.append([
                "name": .string(String(name)), "arn": .string(arn), "url": .string(url), "waiting": .integer(waiting),
                "inFlight": .integer(inFlight), "delayed": .integer(delayed),
                "more": .integer(max(0, waiting + inFlight + delayed - Int64(messages.count))),
                "messages": .array(messages),
            ])
        }
        return ["queues": .array(queues)]
    }

    private static func messages(of arn: String, _ request: ConsoleRequest) async throws(ServiceError) -> [JSON] {
        do throws(StoreError) { return try await request.services.messages(arn, messagesMax) ?? [] } catch {
            throw ServiceError("ServiceUnavailable", error.message, status: 503)
        }
    }

    private static func topics(_ request: ConsoleRequest) async throws(ServiceError) -> JSON {
        var topics: [JSON] = []
        for topic in try await request.all("sns", "ListTopics", list: "Topics") {
            guard let arn = topic["TopicArn"]?.stringValue else { continue }
            let subscriptions = try await request.all(
                "sns", "ListSubscriptionsByTopic", ["TopicArn": .string(arn)], list: "Subscriptions")
            topics.append([
                "name": .string(String(arn.split(separator: ":").last ?? "")), "arn": .string(arn),
                "subscriptions": .array(
                    subscriptions.map {
                        ["protocol": $0["Protocol"] ?? .null, "endpoint": $0["Endpoint"] ?? .null]
                    }),
                "published": .array(request.services.feed.published(to: arn)),
            ])
        }
        return ["topics": .array(topics)]
    }
}
