import AWSWire
import JSONTree

/// `InvokeAsync`: the older form of an invocation of type `Event`.
struct InvokeAsync: AWSWire.Operation {
    static let name = "InvokeAsync"
    let invoke: Invoke

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var call: JSONObject = ["InvocationType": "Event"]
        call["FunctionName"] = input["FunctionName"]
        call["Payload"] = input["InvokeArgs"]
        _ = try await invoke.run(.object(call), in: context)
        return OperationOutput(["Status": 202], status: 202)
    }
}
