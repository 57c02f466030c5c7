import AWSWire
import ExecutionEngine
import HandlerContract
import JSONTree
import Logging
import PluginHost
import ResourceNames

/// Polls the queues of enabled mappings and calls their functions: at least once for each message.
package final class EventSourcePollers: Sendable {
    /// Batches of one mapping that are with the function at the same time.
    private static let batchesMax = 5
    private let mappings: EventSourceMappings
    private let functions: any FunctionDirectory
    private let invoker: any HandlerInvoker
    private let dispatch: LambdaService.Dispatch
    private let clock: any EngineClock
    private let entropy: Entropy
    private let logger: Logger
    private let pause: @Sendable (Duration) async throws -> Void

    init(
        mappings: EventSourceMappings, functions: any FunctionDirectory, invoker: any HandlerInvoker,
        dispatch: @escaping LambdaService.Dispatch, clock: any EngineClock,
        entropy: Entropy, logger: Logger, pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.mappings = mappings
        self.functions = functions
        self.invoker = invoker
        self.dispatch = dispatch
        self.clock = clock
        self.entropy = entropy
        self.logger = logger
        self.pause = pause
    }

    /// Polls until the task is cancelled.
    package func run() async {
        await withDiscardingTaskGroup { group in
            for await _ in mappings.changes {
                for record in mappings.all where record.isEnabled && mappings.beginPolling(record.uuid) {
                    group.addTask {
                        await self.poll(record.uuid)
                        self.mappings.endPolling(record.uuid)
                    }
                }
            }
            group.cancelAll()
        }
    }

    /// Polls one mapping for as long as it is there and enabled; looks at its settings anew each time.
    private func poll(_ uuid: String) async {
        await withTaskGroup { group in
            var underWay = 0
            while !Task.isCancelled, let record = mappings[uuid], record.isEnabled {
                let messages = await wanted(gather(record), record)
                guard !messages.isEmpty else { continue }
                group.addTask { await self.deliver(messages, record) }
                underWay += 1
                if underWay >= record.concurrencyMax ?? Self.batchesMax {
                    await group.next()
                    underWay -= 1
                }
            }
        }
    }

    /// One batch: what is there at once, or what comes within the window.
    private func gather(_ record: EventSourceMappingRecord) async -> [JSON] {
        var messages: [JSON] = []
        let end = clock.monotonicMilliseconds + Int64(record.windowSeconds) * 1_000
        repeat {
            let wanted = min(10, record.batchSize - messages.count)
            let input: JSON = [
                "QueueUrl": .string(SQSPoll.url(of: record.source)), "MaxNumberOfMessages": .integer(Int64(wanted)),
                "WaitTimeSeconds": 1,
                "MessageSystemAttributeNames": ["All"], "MessageAttributeNames": ["All"],
            ]
            do throws(ServiceError) {
                let output = try await dispatch("sqs", "ReceiveMessage", input, context(record))
                messages += output.body["Messages"]?.arrayValue ?? []
            } catch {
                logger.warning(
                    "an event source could not be polled",
                    metadata: ["queue.arn": "\(record.source.text)", "reason": "\(error.message)"])
                // Cancelled while waiting: the loop ends by itself.
                try? await pause(.seconds(1))
                return messages
            }
        } while messages.count < record.batchSize && clock.monotonicMilliseconds < end && !Task.isCancelled
        return messages
    }

    /// The messages that the mapping's filter lets through; the others are done with.
    private func wanted(_ messages: [JSON], _ record: EventSourceMappingRecord) async -> [JSON] {
        guard let filter = record.filter else { return messages }
        let isWanted = messages.map { filter.wants(SQSPoll.record($0, from: record.source)) }
        await deleteAll(zip(messages, isWanted).filter { !$0.1 }.map(\.0), record)
        return zip(messages, isWanted).filter(\.1).map(\.0)
    }

    private func deliver(_ messages: [JSON], _ record: EventSourceMappingRecord) async {
        let event = Payload(SQSPoll.event(messages, from: record.source))
        let request = InvocationRequest(
            resource: record.functionARN, payload: event, requestID: entropy.uuid(), territory: record.territory)
        guard case .success(let answer) = await invoker.invoke(request).result,
            let done = SQSPoll.done(messages, answer: answer.tree, reportsItemFailures: record.reportsItemFailures)
        else {
            logger.warning(
                "a batch failed; its messages come again after their visibility timeout",
                metadata: [
                    "function.arn": "\(record.functionARN)", "queue.arn": "\(record.source.text)",
                ])
            return
        }
        await deleteAll(done, record)
    }

    private func deleteAll(_ messages: [JSON], _ record: EventSourceMappingRecord) async {
        var rest = messages[...]
        while !rest.isEmpty {
            await delete(Array(rest.prefix(10)), record)
            rest = rest.dropFirst(10)
        }
    }

    private func delete(_ messages: [JSON], _ record: EventSourceMappingRecord) async {
        let entries = messages.enumerated().map { index, message -> JSON in
            ["Id": .string(String(index)), "ReceiptHandle": message["ReceiptHandle"] ?? ""]
        }
        let input: JSON = ["QueueUrl": .string(SQSPoll.url(of: record.source)), "Entries": .array(entries)]
        do throws(ServiceError) {
            _ = try await dispatch("sqs", "DeleteMessageBatch", input, context(record))
        } catch {
            logger.warning(
                "handled messages could not be deleted and will come again",
                metadata: [
                    "queue.arn": "\(record.source.text)", "reason": "\(error.message)",
                ])
        }
    }

    /// A queue is polled as the function's role.
    private func context(_ record: EventSourceMappingRecord) -> RequestContext {
        var context = RequestContext(territory: record.territory, requestID: entropy.uuid(), endpoint: "")
        if let name = FunctionName(record.functionARN),
            let function = functions.function(named: name.name, qualifier: name.qualifier, in: name.territory)
        {
            context.roleARN = function.roleARN
            context.sessionName = function.name
        }
        return context
    }
}
