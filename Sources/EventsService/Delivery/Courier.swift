import AWSWire
import AccessPolicies
import ContentPatterns
import Digests
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// Works out what an event leads to: messages, invocations, starts, as writes that are committed together. What cannot be had as a write,
/// or not now, becomes a row of the outbox.
struct Courier: Sendable {
    let catalogue: EventCatalogue
    let outbox: Outbox

    /// The clock, chance, and the way to other services.
    var surroundings: Surroundings { catalogue.surroundings }

    /// All that an event on a bus leads to. A target that refuses it for good does not hold up the others.
    func writes(for event: JSON, on bus: BusKey, in context: RequestContext, hops: Int = 0) async -> [PreparedWrite] {
        var writes: [PreparedWrite] = []
        for rule in catalogue.rules(of: bus) where rule.isEnabled && rule.pattern?.matches(event) ?? false {
            writes += await self.writes(for: event, of: rule, in: context, hops: hops)
        }
        return writes
    }

    /// All that a rule does with an event.
    func writes(for event: JSON, of rule: Rule, in context: RequestContext, hops: Int = 0) async -> [PreparedWrite] {
        var writes: [PreparedWrite] = []
        for target in rule.targets {
            let delivery = Delivery(
                id: surroundings.uuid(), event: event, rule: rule.id, target: target,
                acceptedAt: surroundings.clock.now, hops: hops)
            writes += await self.writes(for: delivery, in: context)
        }
        return writes
    }

    private func writes(for delivery: Delivery, in context: RequestContext) async -> [PreparedWrite] {
        // Log groups give no writes to be committed with others, and order is kept by going one after the other.
        guard !delivery.target.keepsOrder, delivery.target.kind != .logGroup else {
            return [outbox.prepare(delivery)]
        }
        do throws(ServiceError) {
            return try await effects(of: delivery, in: context)
        } catch {
            guard error.isPassing else { return await giveUp(delivery, error) }
            var delivery = delivery
            delivery.failures += 1
            return [outbox.prepare(delivery, after: delivery.pause)]
        }
    }

    /// What happens instead of a delivery that has failed for good: a message to the target's dead-letter queue, if it has one.
    ///
    /// Source: user guide, "Using dead-letter queues to process undelivered events".
    func giveUp(_ delivery: Delivery, _ error: ServiceError, exhausted condition: String? = nil)
        async -> [PreparedWrite]
    {
        surroundings.logger.warning(
            "an event could not be delivered",
            metadata: [
                "rule.arn": "\(delivery.rule.arn)", "target.arn": "\(delivery.target.arn.text)",
                "reason": "\(error.code): \(error.message)",
            ])
        guard let queue = delivery.target.deadLetters else { return [] }
        var facts: [(String, String)] = [
            ("RULE_ARN", delivery.rule.arn), ("TARGET_ARN", delivery.target.arn.text),
            ("ERROR_CODE", error.status >= 500 ? "SDK_SERVICE_ERROR" : "SDK_CLIENT_ERROR"),
            ("ERROR_MESSAGE", error.message.isEmpty ? error.code : error.message),
            ("RETRY_ATTEMPTS", String(max(0, delivery.failures - 1))),
        ]
        if let condition { facts.append(("EXHAUSTED_RETRY_CONDITION", condition)) }
        let attributes = facts.map { name, text -> (String, JSON) in
            (name, ["DataType": "String", "StringValue": .string(text)])
        }
        let message: JSON = [
            "QueueUrl": .string(Self.url(of: queue)), "MessageBody": .string(delivery.event.text),
            "MessageAttributes": .object(JSONObject(attributes)),
        ]
        do throws(ServiceError) {
            return try await prepare(
                "sqs", "SendMessage", message, for: delivery, as: surroundings.uuid(), at: queue, depth: 1)
        } catch {
            surroundings.logger.error(
                "an event that could not be delivered could not be kept either",
                metadata: ["queue.arn": "\(queue.text)", "reason": "\(error.code): \(error.message)"])
            return []
        }
    }

    /// The writes that deliver an event.
    ///
    /// - Throws: What the target's service says.
    func effects(of delivery: Delivery, in context: RequestContext? = nil) async throws(ServiceError)
        -> [PreparedWrite]
    {
        let (arn, text) = (delivery.target.arn, delivery.text)
        let depth = (context?.depth ?? 0) + 1
        let id = delivery.id
        switch delivery.target.kind {
        case .queue:
            var message: JSONObject = ["QueueUrl": .string(Self.url(of: arn)), "MessageBody": .string(text)]
            message["MessageGroupId"] = delivery.target.groupID.map { .string($0) }
            return try await prepare(
                "sqs", "SendMessage", .object(message), for: delivery, as: id, at: arn, depth: depth)
        case .topic:
            var message: JSONObject = ["TopicArn": .string(arn.text), "Message": .string(text)]
            message["MessageGroupId"] = delivery.target.groupID.map { .string($0) }
            return try await prepare("sns", "Publish", .object(message), for: delivery, as: id, at: arn, depth: depth)
        case .stateMachine:
            // The event's id and the delivery's, as AWS names them: a repeated start finds the execution that is there.
            let name = "\(delivery.event["id"]?.stringValue ?? "event")_\(id)"
            let start: JSON = [
                "stateMachineArn": .string(arn.text), "name": .string(String(name.suffix(80))), "input": .string(text),
            ]
            return try await prepare("states", "StartExecution", start, for: delivery, as: id, at: arn, depth: depth)
        case .function:
            let call: JSON = [
                "FunctionName": .string(arn.text), "InvocationType": "Event",
                "Payload": .string(Base64.encode(Array(text.utf8))),
            ]
            return try await prepare("lambda", "Invoke", call, for: delivery, as: id, at: arn, depth: depth)
        case .logGroup:
            try await writeLog(delivery, text)
            return []
        case .bus:
            guard let bus = BusKey(arn), catalogue.contains(bus) else { throw .noBus(arn.resource) }
            // An event is passed on once: what another bus sent is not sent to a third. Source: user guide, "Sending events between event buses".
            guard delivery.hops < Limits.hopsMax else { return [] }
            let next = context ?? RequestContext(territory: bus.territory, requestID: id, endpoint: "")
            return await writes(for: delivery.event, on: bus, in: next, hops: delivery.hops + 1)
        }
    }

    /// Adds a line to the stream of a rule in a log group.
    private func writeLog(_ delivery: Delivery, _ text: String) async throws(ServiceError) {
        let arn = delivery.target.arn
        let group = String(arn.resourceParts.dropFirst().first ?? "")
        let stream: JSONObject = ["logGroupName": .string(group), "logStreamName": .string(delivery.rule.name)]
        do throws(ServiceError) {
            _ = try await prepare(
                "logs", "CreateLogStream", .object(stream), for: delivery, as: delivery.id, at: arn, depth: 1)
        } catch  where error.code == "ResourceAlreadyExistsException" {}
        var input = stream
        input["logEvents"] = [["timestamp": .integer(delivery.acceptedAt.milliseconds), "message": .string(text)]]
        _ = try await prepare("logs", "PutLogEvents", .object(input), for: delivery, as: delivery.id, at: arn, depth: 1)
    }

    /// Works an action out as EventBridge itself, which the policy of the resource must let in; executions are started as the target's role.
    ///
    /// Source: user guide, "Using resource-based policies" and "Using identity-based policies".
    private func prepare(
        _ service: String, _ action: String, _ input: JSON, for delivery: Delivery, as id: String, at arn: ARN,
        depth: Int
    ) async throws(ServiceError) -> [PreparedWrite] {
        var context = RequestContext(
            territory: Territory(account: arn.account, region: arn.region), requestID: id, endpoint: "")
        context.depth = depth
        if service == "states" {
            context.roleARN = delivery.target.role
            context.sessionName = "newel-events"
        } else {
            context.sender = Sender(caller: .service("events.amazonaws.com"), sourceARN: delivery.rule.arn)
        }
        return try await surroundings.prepare(service, action, input, context).compactMap { $0 as? PreparedWrite }
    }

    /// A queue's URL as AWS writes it; account, region and name are in it.
    private static func url(of queue: ARN) -> String {
        "https://sqs.\(queue.region).amazonaws.com/\(queue.account)/\(queue.resource)"
    }
}
