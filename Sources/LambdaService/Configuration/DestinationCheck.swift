import AWSWire
import JSONTree
import ResourceNames

/// Whether a function's role may tell a destination.
struct DestinationCheck: Sendable {
    /// Asks whether a bucket is there.
    let dispatch: LambdaService.Dispatch
    /// Asks whether a role may do something.
    let admit: LambdaService.Admit

    /// - Throws: `InvalidParameterValueException`, in AWS's words.
    func check(
        _ destination: EventDestination, for function: FunctionRecord, in context: RequestContext
    ) async throws(ServiceError) {
        var call = destination.call("", isSuccess: false, of: function.arn)
        var asFunction = context
        (asFunction.sender, asFunction.roleARN, asFunction.sessionName) = (nil, function.roleARN, function.name)
        try refuse(call, destination, asFunction)
        guard case .bucket(let arn) = destination else { return }
        // Source: developer guide, "Capturing records of Lambda asynchronous invocations": a bucket must be listed, too.
        call = ("s3", "ListObjectsV2", ["Bucket": .string(arn.resource)])
        try refuse(call, destination, asFunction)
        var asService = context
        (asService.sender, asService.roleARN) = (nil, nil)
        do throws(ServiceError) {
            _ = try await dispatch("s3", "HeadBucket", ["Bucket": .string(arn.resource)], asService)
        } catch {
            throw .invalidParameter("The destination ARN \(arn.text) is invalid.")
        }
    }

    private func refuse(
        _ call: (service: String, action: String, input: JSON), _ destination: EventDestination,
        _ context: RequestContext
    ) throws(ServiceError) {
        do throws(ServiceError) { try admit(call.service, call.action, call.input, context) } catch {
            let names = ["Invoke": "InvokeFunction", "ListObjectsV2": "ListBucket"]
            throw .invalidParameter(
                "The function's execution role does not have permissions to call \(names[call.action] ?? call.action) on \(destination.arn.text)"
            )
        }
    }
}
