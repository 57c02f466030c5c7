import HandlerContract
import JSONTree
import ResourceNames

/// What destinations and dead-letter queues are told of an asynchronous invocation that is over.
///
/// Source: Lambda developer guide, "Capturing records of Lambda asynchronous invocations".
struct EventReport {
    /// Why it is over.
    enum Condition: String {
        case success = "Success"
        case retriesExhausted = "RetriesExhausted"
        case ageExceeded = "EventAgeExceeded"
    }

    /// What was called, with what.
    let request: InvocationRequest
    /// The function's ARN, its qualifier included: `$LATEST` too.
    let functionARN: String
    /// Why it is over.
    let condition: Condition
    /// How the last try ended; `nil` when there was none.
    let outcome: InvocationOutcome?
    /// How often the function was called.
    let tries: Int
    /// When it was over.
    let now: Timestamp

    /// Longer messages are cut in a dead letter.
    private static let messageBytesMax = 1_024

    /// The record that a destination gets.
    var record: JSON {
        var record: JSONObject = [
            "version": "1.0", "timestamp": .string(now.iso8601),
            "requestContext": [
                "requestId": .string(request.requestID), "functionArn": .string(functionARN),
                "condition": .string(condition.rawValue), "approximateInvokeCount": .integer(Int64(tries)),
            ], "requestPayload": request.payload.tree,
        ]
        guard let outcome else { return .object(record) }
        var response: JSONObject = ["statusCode": .integer(Int64(status(of: outcome)))]
        response["executedVersion"] = .string(outcome.executedVersion)
        switch outcome.result {
        case .success(let answer): record["responsePayload"] = answer.tree
        case .functionError(let failure):
            response["functionError"] = "Unhandled"
            record["responsePayload"] = failure.document(requestID: request.requestID)
        case .refused(let refusal):
            response["functionError"] = .string(refusal.code)
            record["responsePayload"] = ["errorType": .string(refusal.code), "errorMessage": .string(refusal.message)]
        }
        record["responseContext"] = .object(response)
        return .object(record)
    }

    /// Under which key a bucket gets the record.
    ///
    /// Source: Lambda developer guide, "Capturing records of Lambda asynchronous invocations", naming convention.
    func objectKey(_ uuid: String) -> String {
        let name = FunctionName(functionARN, in: request.territory)?.name ?? ""
        let (day, second) = (now.iso8601.prefix(10), now.iso8601.prefix(19))
        return "aws/lambda/async/\(name)/\(day.replacing("-", with: "/"))/\(second.replacing(":", with: "."))-\(uuid)"
    }

    /// What a dead letter says of its failure.
    var attributes: JSON {
        var message = ""
        var code = 200
        if let outcome {
            code = status(of: outcome)
            switch outcome.result {
            case .success: break
            case .functionError(let failure): message = failure.message
            case .refused(let refusal): message = refusal.message
            }
        }
        func attribute(_ type: JSON, _ text: String) -> JSON { ["DataType": type, "StringValue": .string(text)] }
        return [
            "RequestID": attribute("String", request.requestID), "ErrorCode": attribute("Number", String(code)),
            "ErrorMessage": attribute(
                "String",
                message.isEmpty ? "-" : String(decoding: message.utf8.prefix(Self.messageBytesMax), as: UTF8.self)),
        ]
    }

    private func status(of outcome: InvocationOutcome) -> Int {
        if case .refused(let refusal) = outcome.result { refusal.status } else { 200 }
    }
}
