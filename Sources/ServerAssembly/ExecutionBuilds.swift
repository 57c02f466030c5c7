import AWSWire
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract

/// `/_newel/builds`: which build of a plugin each task of an execution ran.
///
/// POST takes `{"executionArn": ARN}` and answers `{"tasks": [{"eventId", "build"}]}` by the id of the scheduling event. A task that ran another build than the one it was scheduled with, because one was
/// swapped in meanwhile, shows what it ran. EXPRESS executions keep nothing.
struct ExecutionBuilds: Sendable {
    private static let recordsMax = 256
    let engine: ExecutionEngine

    /// Answers a request.
    func answer(_ request: WireRequest) async -> WireReply {
        // What is no JSON names no execution either.
        guard request.method == "POST", let text = (try? JSON.parse(request.body))?["executionArn"]?.stringValue,
            let execution = ExecutionARN(text)
        else { return .json(400, ["message": "POST {\"executionArn\": ARN}."]) }
        do throws(EngineFailure) {
            let builds = try await builds(of: execution)
            let tasks = builds.map {
                JSON.object(JSONObject([("eventId", .integer($0.task)), ("build", .string($0.build))]))
            }
            return .json(200, ["tasks": .array(tasks)])
        } catch {
            return .json(404, ["message": .string("The execution cannot be read: \(error)")])
        }
    }

    private func builds(of execution: ExecutionARN) async throws(EngineFailure) -> [TaskBuild] {
        var builds: [Int64: String] = [:]
        var from: Int64 = 1
        while true {
            let records = try await engine.records(
                of: execution, fromEventID: from, isReversed: false, limit: Self.recordsMax)
            for record in records {
                // A record that cannot be read is shown as damaged by GetExecutionHistory.
                for build in (try? RecordReader(record.bytes).builds) ?? [] { builds[build.task] = build.build }
            }
            guard records.count == Self.recordsMax, let last = records.last else { break }
            from = last.firstEventID + Int64(last.eventCount)
        }
        return builds.map { TaskBuild(task: $0.key, build: $0.value) }.sorted { $0.task < $1.task }
    }
}
