import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `StartSyncExecution`: runs an EXPRESS machine and answers with its end; 200 also when it failed.
struct StartSyncExecution: AWSWire.Operation {
    static let name = "StartSyncExecution"
    let reading: StartReading
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = try reading.request(input, in: context)
        guard request.isExpress else { throw .typeNotSupported }
        let ended: ExecutionDescription
        do throws(EngineFailure) { ended = try await engine.startAndWait(request) } catch { throw ServiceError(error) }
        let stoppedAt = ended.stoppedAt ?? ended.startedAt
        var output = JSONObject([
            ("executionArn", .string(ended.execution.text)),
            ("stateMachineArn", .string(ended.execution.stateMachine.text)),
            ("name", .string(ended.execution.name)), ("startDate", ended.startedAt.json), ("stopDate", stoppedAt.json),
            ("status", .string(ended.status.text)),
        ])
        ended.details.appendOutcome(
            to: &output, includesData: StatesInput(input).text("includedData") != "METADATA_ONLY")
        // AWS bills in steps of 100 ms and 64 MB.
        let milliseconds = max(1, stoppedAt.milliseconds - ended.startedAt.milliseconds)
        output["billingDetails"] = [
            "billedMemoryUsedInMB": 64, "billedDurationInMilliseconds": .integer((milliseconds + 99) / 100 * 100),
        ]
        return OperationOutput(.object(output))
    }
}

extension ExecutionDetails {
    /// Adds input, output, error and cause as DescribeExecution shows them.
    func appendOutcome(to output: inout JSONObject, includesData: Bool) {
        if includesData {
            output["input"] = .string(String(decoding: input, as: UTF8.self))
            if let text = self.output { output["output"] = .string(String(decoding: text, as: UTF8.self)) }
        }
        output["inputDetails"] = ["included": .bool(includesData)]
        if outputByteCount > 0 || isExpress { output["outputDetails"] = ["included": .bool(includesData)] }
        if let error { output["error"] = .string(error) }
        if let cause { output["cause"] = .string(cause) }
        if let traceHeader { output["traceHeader"] = .string(traceHeader) }
    }
}
