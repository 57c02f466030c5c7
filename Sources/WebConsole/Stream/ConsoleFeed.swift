import DequeModule
import JSONTree
import PluginHost
import Synchronization

/// What happens beside executions and may be looked at: lines of handlers, what the plugin host says of its plugins, and how those are built.
///
/// Lines are kept in memory up to a bound; each function's log file has all of them.
package final class ConsoleFeed: Sendable {
    /// A line a handler wrote.
    struct Line: Sendable {
        /// Counted from 1 since the start of the process.
        let number: Int64
        /// Milliseconds since 1970.
        let at: Int64
        /// The function's ARN, or the pattern of an integration.
        let function: String
        /// The function's name.
        let handler: String
        /// The ARN of the execution that called it; empty for other callers.
        let execution: String
        /// The id of the event that scheduled the task; 0 for none.
        let task: Int64
        /// Without the line's end.
        let text: String

        /// What went wrong, of a line that says that something did.
        var failure: String? { Self.failure(in: text) }

        /// What a text says that went wrong: the end of a call that failed, or what a handler calls an error.
        static func failure(in text: String) -> String? {
            if text.utf8.starts(with: "REPORT RequestId: ".utf8) {
                return text.split(separator: "\t").first { $0.utf8.starts(with: "Status: ".utf8) }.map { status in
                    text.split(separator: "\t").first { $0.utf8.starts(with: "Error Type: ".utf8) }
                        .map { String($0.dropFirst("Error Type: ".count)) }
                        ?? String(status.dropFirst("Status: ".count))
                }
            }
            // Every line of every function is looked at: byte by byte, and no further than needed.
            let tab = UInt8(ascii: "\t")
            guard let first = text.utf8.firstIndex(of: tab),
                let second = text.utf8[text.utf8.index(after: first)...].firstIndex(of: tab)
            else { return nil }
            let rest = text.utf8[text.utf8.index(after: second)...]
            guard rest.starts(with: "ERROR\t".utf8) || rest.starts(with: "FATAL\t".utf8) else { return nil }
            return String(Substring(rest.dropFirst("ERROR\t".utf8.count)))
        }
    }

    /// Runs wherever something happens: it must do next to nothing.
    typealias Ring = @Sendable () -> Void

    private struct State {
        var lines: Deque<Line> = []
        /// How many of `lines` have been dropped at the front.
        var first: Int64 = 1
        var bytes = 0
        var next: Int64 = 1
        /// The last failure of each handler, by its ARN or pattern, and how many there have been.
        var failures: [String: Line] = [:]
        var failed = 0
        var notices: [(number: Int64, notice: PluginNotice)] = []
        var nextNotice: Int64 = 1
        /// How `newel dev` stands with each folder, the one that told something longest ago first.
        var builds: [FolderBuild] = []
        /// How often any of them has told something.
        var built = 0
        /// How many are there who build a folder.
        var stays: [String: Int] = [:]
        /// Messages published to topics, the oldest first.
        var published: [(topic: String, shown: JSON)] = []
        /// The callers of invocations, by request id and by idempotency key.
        var calls: [String: (execution: String, task: Int64)] = [:]
        /// Calls that are over, whose last lines may still come; the oldest first.
        var over: [String] = []
        var rings: [Int: Ring] = [:]
        var nextRing = 1
    }

    private static let bytesMax = 8 << 20
    private static let noticesMax = 100
    private static let buildsMax = 32
    private static let overMax = 2_000
    private static let publishedMax = 500
    private static let shownMax = 50
    private let state = Mutex(State())
    /// What changes in services.
    let changes = ConsoleChanges()

    /// Nothing yet.
    package init() {}

    /// Notes who makes a call. [any thread]
    ///
    /// - Parameter key: The call's idempotency key: `EXECUTION:TASK:ATTEMPT`.
    package func began(call requestID: String, of execution: String, key: String) {
        let parts = key.utf8.split(separator: UInt8(ascii: ":"))
        let task = parts.count == 3 ? Int64(Substring(parts[1])) ?? 0 : 0
        state.withLock { state in
            state.calls[requestID] = (execution, task)
            state.calls[key] = (execution, task)
        }
    }

    /// Notes that a task's call makes another: a function it invokes writes for the task, too. [any thread]
    package func passedOn(call requestID: String, by key: String) {
        state.withLock { state in
            // A call of a call has the key of the first with its number behind it.
            guard let call = state.calls[String(key.prefix { $0 != "#" })] else { return }
            state.calls[requestID] = call
            state.over.append(requestID)
        }
    }

    /// Forgets who made a call, after a while: its last lines come when it is over. [any thread]
    package func ended(call requestID: String, key: String) {
        state.withLock { state in
            state.over.append(requestID)
            state.over.append(key)
            guard state.over.count > 2 * Self.overMax else { return }
            for id in state.over.prefix(Self.overMax) { state.calls[id] = nil }
            state.over.removeFirst(Self.overMax)
        }
    }

    /// Takes what a function wrote, at an instant. [any thread]
    package func append(function: String, _ bytes: [UInt8], requestID: String, at: Int64) {
        let name = function.utf8.split(separator: UInt8(ascii: ":")).last.map { String(Substring($0)) } ?? ""
        // All that can be is done before others wait.
        let found = bytes.split(separator: UInt8(ascii: "\n")).map { line in
            let text = String(decoding: line, as: UTF8.self)
            return (text: text, isFailure: Line.failure(in: text) != nil)
        }
        state.withLock { state in
            let call = state.calls[requestID] ?? ("", 0)
            for (text, isFailure) in found {
                let line = Line(
                    number: state.next, at: at, function: function, handler: name, execution: call.execution,
                    task: call.task, text: text)
                state.lines.append(line)
                if isFailure {
                    state.failures[function] = line
                    state.failed += 1
                }
                state.next += 1
                state.bytes += text.utf8.count + 64
            }
            while state.bytes > Self.bytesMax, let dropped = state.lines.popFirst() {
                state.bytes -= dropped.text.utf8.count + 64
                state.first += 1
            }
            ring(&state)
        }
    }

    /// Takes what the plugin host says. [any thread]
    package func note(_ notice: PluginNotice) {
        state.withLock { state in
            state.notices.append((state.nextNotice, notice))
            state.nextNotice += 1
            if state.notices.count > Self.noticesMax { state.notices.removeFirst() }
            ring(&state)
        }
    }

    /// Takes how `newel dev` stands with a folder. [any thread]
    package func note(_ build: FolderBuild) {
        state.withLock { state in
            var build = build
            if let at = state.builds.firstIndex(where: { $0.folder == build.folder }) {
                // A file stays this folder's while the tool has taken away what it built.
                let before = state.builds.remove(at: at)
                build.files += before.files.filter { !build.files.contains($0) }
            }
            state.builds.append(build)
            if state.builds.count > Self.buildsMax { state.builds.removeFirst() }
            state.built += 1
            ring(&state)
        }
    }

    /// Takes that a `newel dev` is there for a folder. [any thread]
    ///
    /// - Returns: What is held for as long as it is; with the last one of a folder, what was told of its builds is forgotten.
    package func stay(in folder: String) -> FolderStay {
        state.withLock { $0.stays[folder, default: 0] += 1 }
        return FolderStay { [weak self] in self?.left(folder) }
    }

    private func left(_ folder: String) {
        state.withLock { state in
            state.stays[folder, default: 1] -= 1
            guard state.stays[folder] == 0 else { return }
            state.stays[folder] = nil
            guard state.builds.contains(where: { $0.folder == folder }) else { return }
            state.builds.removeAll { $0.folder == folder }
            state.built += 1
            ring(&state)
        }
    }

    /// Takes a message that was published to a topic. [any thread]
    package func published(to topic: String, _ message: String, subject: String?, id: String, at: Int64) {
        let shown: JSON = [
            "id": .string(id), "message": .string(message), "subject": subject.map { .string($0) } ?? .null,
            "at": .integer(at),
        ]
        state.withLock { state in
            state.published.append((topic, shown))
            if state.published.count > 2 * Self.publishedMax { state.published.removeFirst(Self.publishedMax) }
            ring(&state)
        }
    }

    /// The last message that was published to any topic; nothing before the first.
    func published() -> [JSON] { state.withLock { $0.published.last.map { [$0.shown] } ?? [] } }

    /// What was published to a topic lately, the newest first.
    func published(to topic: String) -> [JSON] {
        state.withLock { state in
            state.published.reversed().lazy.filter { $0.topic == topic }.prefix(Self.shownMax).map(\.shown)
        }
    }

    /// Lines after a position, and whether some between were dropped.
    func lines(after position: Int64, where isWanted: (Line) -> Bool) -> (lines: [Line], last: Int64, hasGap: Bool) {
        state.withLock { state in
            // A position of a process before this one: its lines are gone.
            let isForeign = position >= state.next
            let position = isForeign ? 0 : position
            let start = max(0, Int(position + 1 - state.first))
            let fresh = state.lines[min(start, state.lines.count)...]
            return (fresh.filter(isWanted), state.next - 1, isForeign || position > 0 && position + 1 < state.first)
        }
    }

    /// The last failure of each handler, by its ARN or pattern.
    var failures: [String: Line] { state.withLock { $0.failures } }

    /// How many failures there have been.
    var failed: Int { state.withLock { $0.failed } }

    /// Notices after a number.
    func notices(after number: Int64) -> [(number: Int64, notice: PluginNotice)] {
        state.withLock { $0.notices.filter { $0.number > number } }
    }

    /// How `newel dev` stands with each folder, the one that told something longest ago first.
    var builds: [FolderBuild] { state.withLock { $0.builds } }

    /// How often any of them has told something.
    var built: Int { state.withLock { $0.built } }

    /// What a service calls when something has changed in it.
    package func tells(_ kind: ConsoleChanges.Kind) -> @Sendable () -> Void { { [changes] in changes.happened(kind) } }

    /// Begins to tell that there is something new.
    func add(_ ring: @escaping Ring) -> Int {
        state.withLock { state in
            state.nextRing += 1
            state.rings[state.nextRing] = ring
            return state.nextRing
        }
    }

    /// Tells no more.
    func remove(_ id: Int) { state.withLock { $0.rings[id] = nil } }

    private func ring(_ state: inout State) { for ring in state.rings.values { ring() } }
}
