import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `UpdateMapRun`: changes how much of a running Map Run may run at once and may fail.
struct UpdateMapRun: AWSWire.Operation {
    static let name = "UpdateMapRun"
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let arn = try StatesInput(input).mapRun()
        let concurrency = input["maxConcurrency"]?.integerValue.map { Int($0) }
        let count = input["toleratedFailureCount"]?.integerValue.map { Int($0) }
        let percentage = input["toleratedFailurePercentage"]?.doubleValue
        guard concurrency != nil || count != nil || percentage != nil else {
            throw .validation(
                "At least one of maxConcurrency, toleratedFailureCount and toleratedFailurePercentage must be specified",
                reason: "MISSING_REQUIRED_PARAMETER")
        }
        do throws(EngineFailure) {
            try await engine.updateMapRun(
                arn, concurrency: concurrency, toleratedCount: count, toleratedPercentage: percentage)
        } catch {
            throw ServiceError(error, execution: arn.text)
        }
        return OperationOutput(.emptyObject)
    }
}
