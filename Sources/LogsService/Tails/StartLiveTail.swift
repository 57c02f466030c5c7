import AWSWire
import JSONTree
import ResourceNames

/// `StartLiveTail`: events of up to ten groups as they come, once a second, for three hours at most.
struct StartLiveTail: Operation {
    static let name = "StartLiveTail"
    let catalogue: LogCatalogue
    /// Waits; throws when cancelled.
    let pause: @Sendable (Duration) async throws -> Void

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let identifiers = try request.texts("logGroupIdentifiers")
        let (names, prefixes) = (try request.texts("logStreamNames"), try request.texts("logStreamNamePrefixes"))
        guard identifiers.count == 1 || (names.isEmpty && prefixes.isEmpty) else {
            throw .invalid("LogStreamNames and LogStreamNamePrefixes can be used with a single log group only.")
        }
        guard names.isEmpty || prefixes.isEmpty else {
            throw .invalid("LogStreamNames and LogStreamNamePrefixes are mutually exclusive parameters.")
        }
        var groups: Set<GroupKey> = []
        for identifier in identifiers {
            // Names are not enough here. Source: API reference.
            guard let arn = ARN(identifier), let key = GroupKey(arn), !identifier.hasSuffix(":*") else {
                throw .invalid("'\(identifier)' is not the ARN of a log group.")
            }
            groups.insert(try catalogue.group(key).id)
        }
        let text = try request.text("logEventFilterPattern") ?? ""
        let tail = LiveTail(
            groups: groups, streams: Set(names), prefixes: prefixes, pattern: try FilterPattern(text))
        guard catalogue.tails.add(tail) else {
            throw ServiceError(
                "LimitExceededException", "At most \(Limits.tailsMax) live tail sessions can run at once.")
        }
        let start: JSON = [
            "requestId": .string(context.requestID), "sessionId": .string(context.requestID),
            "logGroupIdentifiers": .array(identifiers.map { .string($0) }),
            "logStreamNames": .array(names.map { .string($0) }),
            "logStreamNamePrefixes": .array(prefixes.map { .string($0) }), "logEventFilterPattern": .string(text),
        ]
        var output = OperationOutput()
        output.headers = [("Content-Type", EventStreamMessage.contentType)]
        output.pieces = pieces(tail, start: start)
        return output
    }

    /// The stream: what it begins with at once, then a message a second until the reader has gone.
    private func pieces(_ tail: LiveTail, start: JSON) -> AsyncStream<[UInt8]> {
        let (tails, clock, pause) = (catalogue.tails, catalogue.clock, pause)
        let end = clock.now + Limits.tailTime
        let place = TailPlace()
        return AsyncStream(
            unfolding: {
                switch place.next() {
                case 0:
                    return EventStreamMessage.event("initial-response", .emptyObject).bytes
                        + EventStreamMessage.event("sessionStart", start).bytes
                case _ where place.isOver: return nil
                default: break
                }
                // Cancelled: the reader has gone.
                do { try await pause(Limits.tailPause) } catch {
                    tails.remove(tail)
                    return nil
                }
                guard clock.now < end else {
                    tails.remove(tail)
                    place.finish()
                    return EventStreamMessage.exception(
                        "SessionTimeoutException", "The session ended after three hours."
                    ).bytes
                }
                return EventStreamMessage.event("sessionUpdate", tail.update()).bytes
            }, onCancel: { tails.remove(tail) })
    }
}
