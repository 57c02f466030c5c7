import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract

/// `ListMapRuns`: those of one execution, newest first.
struct ListMapRuns: AWSWire.Operation {
    static let name = "ListMapRuns"
    let engine: ExecutionEngine
    let pages: PageTokens

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let execution = try action.describedExecution()
        let list = "mapRuns:\(execution.text)"
        let after = try ListExecutions.position(try pages.position(action.text("nextToken"), list: list))
        let size = action.pageSize()
        let runs: [(key: ExecutionKey, description: MapRunDescription)]
        do throws(EngineFailure) {
            runs = try await engine.mapRuns(of: execution, after: after, limit: size + 1)
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
        var output = JSONObject([("mapRuns", .array(runs.prefix(size).map { Self.item($0.description) }))])
        if runs.count > size, let last = runs.prefix(size).last {
            let position = "\(last.description.startedAt.milliseconds) \(last.key.high) \(last.key.low)"
            output["nextToken"] = .string(pages.token(position, list: list))
        }
        return OperationOutput(.object(output))
    }

    private static func item(_ run: MapRunDescription) -> JSON {
        var item = JSONObject([
            ("executionArn", .string(run.parent.text)), ("mapRunArn", .string(run.arn.text)),
            ("stateMachineArn", .string(run.arn.childMachine.text)), ("startDate", run.startedAt.json),
        ])
        if let stoppedAt = run.stoppedAt { item["stopDate"] = stoppedAt.json }
        return .object(item)
    }
}
