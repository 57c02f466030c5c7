import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesInterpreter

/// `DescribeMapRun`.
struct DescribeMapRun: AWSWire.Operation {
    static let name = "DescribeMapRun"
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try StatesInput(input).mapRun()
        let run: MapRunDescription
        do throws(EngineFailure) { run = try await engine.mapRun(arn) } catch {
            throw ServiceError(error, execution: arn.text)
        }
        var output = JSONObject([
            ("mapRunArn", .string(arn.text)), ("executionArn", .string(run.parent.text)),
            ("status", .string(run.status.text)), ("startDate", run.startedAt.json),
        ])
        if let stoppedAt = run.stoppedAt { output["stopDate"] = stoppedAt.json }
        output["maxConcurrency"] = .integer(Int64(run.settings.concurrency))
        output["toleratedFailurePercentage"] = .double(run.settings.toleratedPercentage ?? 0)
        output["toleratedFailureCount"] = .integer(Int64(run.settings.toleratedCount ?? 0))
        output["itemCounts"] = Self.counts(run.items, of: run)
        output["executionCounts"] = Self.counts(run.children, of: run)
        output["redriveCount"] = .integer(Int64(run.redriveCount))
        if let redrivenAt = run.redrivenAt { output["redriveDate"] = redrivenAt.json }
        return OperationOutput(.object(output))
    }

    /// Observed on AWS: results count as written once the Map Run is over, with a ResultWriter or without; none while it runs. Recordings of Map Runs
    /// that were never redriven have no count of what waits for it.
    private static func counts(_ counts: MapRunCounts, of run: MapRunDescription) -> JSON {
        var json = JSONObject()
        let names: [(String, MapRunChildOutcome)] = [
            ("pending", .pending), ("running", .running), ("succeeded", .succeeded), ("failed", .failed),
            ("timedOut", .timedOut), ("aborted", .aborted),
        ]
        for (name, outcome) in names { json[name] = .integer(Int64(counts[outcome])) }
        json["total"] = .integer(Int64(counts.total))
        json["resultsWritten"] = .integer(run.status == .running ? 0 : Int64(counts[.succeeded]))
        if run.redriveCount > 0 { json["pendingRedrive"] = .integer(Int64(counts[.pendingRedrive])) }
        return .object(json)
    }
}
