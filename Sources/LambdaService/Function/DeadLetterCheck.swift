import AWSWire
import JSONTree
import ResourceNames

/// Whether a queue or topic can take a function's dead letters: its role may write there, and it is there.
struct DeadLetterCheck: Sendable {
    /// Asks whether a target is there.
    let dispatch: LambdaService.Dispatch
    /// Asks whether a role may write to it.
    let admit: LambdaService.Admit

    /// - Throws: `InvalidParameterValueException`, in AWS's words for a role that may not.
    func check(_ target: String, for function: FunctionRecord, in context: RequestContext) async throws(ServiceError) {
        guard let arn = ARN(target), let destination = EventDestination(arn) else { return }
        let call = destination.call("", isSuccess: false, of: function.arn)
        let isQueue = call.service == "sqs"
        var asFunction = context
        (asFunction.sender, asFunction.roleARN, asFunction.sessionName) = (nil, function.roleARN, function.name)
        do throws(ServiceError) { try admit(call.service, call.action, call.input, asFunction) } catch {
            throw .invalidParameter(
                "The provided execution role does not have permissions to call \(isQueue ? "SendMessage on SQS" : "Publish on SNS")"
            )
        }
        // That it is there is asked by Lambda itself: the role need not be allowed to look.
        var asService = context
        (asService.sender, asService.roleARN) = (nil, nil)
        do throws(ServiceError) {
            _ = try await dispatch(
                call.service, isQueue ? "GetQueueAttributes" : "GetTopicAttributes",
                isQueue ? ["QueueUrl": call.input["QueueUrl"] ?? ""] : ["TopicArn": .string(target)], asService)
        } catch {
            throw .invalidParameter(
                "The provided DeadLetterConfig target \(target) cannot take messages: \(error.message)")
        }
        guard !arn.resource.hasSuffix(".fifo") else {
            throw .invalidParameter(
                "The provided DeadLetterConfig target \(target) is FIFO: dead letters need a standard queue or topic.")
        }
    }
}
