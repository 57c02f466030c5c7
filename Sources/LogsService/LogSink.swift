import AWSWire
import JSONTree
import ResourceNames
import StorageContract
import Synchronization

/// Where other parts of the program put their logs: it takes events at once and writes them later, in their order, a batch at a time.
///
/// Best effort: events that wait are lost when the process dies, and what comes while too much waits is dropped and counted.
package final class LogSink: Sendable {
    private struct Stream: Hashable {
        let group: GroupKey
        let name: String
        /// Whether the group comes into being with it.
        let makesGroup: Bool
        /// Whose role must let it be written; `nil`: nobody's.
        let author: LogAuthor?
    }

    private struct Queue {
        /// In the order in which streams were first written to.
        var order: [Stream] = []
        var lines: [Stream: [LogLine]] = [:]
        var count = 0
        var bytes = 0
        var dropped = 0
        /// Somebody writes what was taken before.
        var isWriting = false
        /// Who writes after that, in turn.
        var waiting: [CheckedContinuation<Void, Never>] = []
        /// Bytes that groups have got which are bounded, since they were last looked at.
        var grown: [GroupKey: Int64] = [:]
    }

    private let catalogue: LogCatalogue
    private let admit: LogsService.Admit
    private let queue = Mutex(Queue())
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation

    /// A sink before the service's own groups.
    ///
    /// - Parameter admit: Asked before something is written for an author.
    init(catalogue: LogCatalogue, admit: @escaping LogsService.Admit) {
        self.catalogue = catalogue
        self.admit = admit
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes events; the stream is made when it is not there. Never waits. [any thread]
    ///
    /// - Parameters:
    ///   - events: In the order of their times; empty messages are left out, those over 1 MiB are cut.
    ///   - makesGroup: Whether the group is made too, and bounded; else events for a group that is not there are dropped.
    ///   - author: Whose role must let it be written; what it does not let is left out, as on AWS.
    package func append(
        group: String, stream: String, events: [LogLine], in territory: Territory, makesGroup: Bool = true,
        author: LogAuthor? = nil
    ) {
        let target = Stream(
            group: GroupKey(territory: territory, name: group), name: stream, makesGroup: makesGroup, author: author)
        queue.withLock { queue in
            for event in events where !event.message.isEmpty {
                let size = event.message.utf8.count
                guard queue.count < Limits.queuedEventsMax, queue.bytes + size <= Limits.queuedBytesMax else {
                    queue.dropped += 1
                    continue
                }
                if queue.lines[target] == nil { queue.order.append(target) }
                queue.lines[target, default: []].append(event)
                queue.count += 1
                queue.bytes += size
            }
        }
        waker.yield()
    }

    /// How many events were lost because too many waited, or could not be written.
    package var droppedCount: Int { queue.withLock { $0.dropped } }

    /// Writes until cancelled, then what still waits.
    package func run() async {
        for await _ in wakes { await flush() }
        await flush()
    }

    /// Writes what waits now; ends when that and all that came before is written. Writes follow one another.
    package func flush() async {
        await beginWriting()
        let (order, lines) = queue.withLock { queue in
            let taken = (queue.order, queue.lines)
            (queue.order, queue.lines, queue.count, queue.bytes) = ([], [:], 0, 0)
            return taken
        }
        for stream in order where isAdmitted("PutLogEvents", stream) {
            for batch in Self.batches(lines[stream] ?? []) { await write(batch, to: stream) }
            await trim(stream)
        }
        endWriting()
    }

    private func beginWriting() async {
        await withCheckedContinuation { continuation in
            let isFirst = queue.withLock { queue in
                guard queue.isWriting else {
                    queue.isWriting = true
                    return true
                }
                queue.waiting.append(continuation)
                return false
            }
            if isFirst { continuation.resume() }
        }
    }

    private func endWriting() {
        let next: CheckedContinuation<Void, Never>? = queue.withLock { queue in
            guard queue.waiting.isEmpty else { return queue.waiting.removeFirst() }
            queue.isWriting = false
            return nil
        }
        next?.resume()
    }

    private func write(_ batch: [LogLine], to stream: Stream) async {
        do throws(ServiceError) {
            try await prepare(stream)
            try await catalogue.append(batch, to: stream.name, of: stream.group)
            guard stream.makesGroup else { return }
            let bytes = batch.reduce(0) { $0 + Int64($1.message.utf8.count) }
            queue.withLock { $0.grown[stream.group, default: 0] += bytes }
        } catch {
            // Nobody waits for it: what cannot be written is only counted.
            queue.withLock { $0.dropped += batch.count }
        }
    }

    private func isAdmitted(_ action: String, _ stream: Stream) -> Bool {
        guard let author = stream.author else { return true }
        return admit(
            action, ["logGroupName": .string(stream.group.name), "logStreamName": .string(stream.name)], author,
            stream.group.territory)
    }

    /// Bounds a group once it has grown by a step.
    private func trim(_ stream: Stream) async {
        let isDue = queue.withLock { queue in
            guard queue.grown[stream.group, default: 0] >= Limits.trimStep else { return false }
            queue.grown[stream.group] = nil
            return true
        }
        guard isDue else { return }
        // A store that fails is asked again with the next step.
        try? await catalogue.trim(stream.group, to: Limits.madeGroupBytesMax)
    }

    private func prepare(_ stream: Stream) async throws(ServiceError) {
        if catalogue.streams[LogStream.key(stream.group, stream.name)] != nil { return }
        if stream.makesGroup, catalogue.groups[stream.group.storeKey] == nil, isAdmitted("CreateLogGroup", stream) {
            let group = LogGroup(
                id: stream.group, createdAt: catalogue.now, storageClass: "STANDARD", kmsKeyID: nil)
            do throws(ServiceError) { try await catalogue.create(group) } catch
                where error.code == ServiceError.groupExists.code
            {}
        }
        guard isAdmitted("CreateLogStream", stream) else { throw .noSuchStream }
        do throws(ServiceError) {
            try await catalogue.createStream(stream.group, stream.name)
        } catch  where error.code == ServiceError.streamExists.code {}
    }

    private static func batches(_ lines: [LogLine]) -> [[LogLine]] {
        var (batches, batch, bytes): ([[LogLine]], [LogLine], Int) = ([], [], 0)
        for line in lines {
            let line = shortened(line)
            let size = line.message.utf8.count + Limits.eventOverhead
            if batch.count == Limits.batchEventsMax || bytes + size > Limits.batchBytesMax {
                batches.append(batch)
                (batch, bytes) = ([], 0)
            }
            batch.append(line)
            bytes += size
        }
        return batch.isEmpty ? batches : batches + [batch]
    }

    private static func shortened(_ line: LogLine) -> LogLine {
        let most = Limits.batchBytesMax - Limits.eventOverhead
        guard line.message.utf8.count > most else { return line }
        // A character that is cut in two ends as a replacement character of three bytes.
        return LogLine(
            timestamp: line.timestamp, message: String(decoding: line.message.utf8.prefix(most - 3), as: UTF8.self))
    }
}
