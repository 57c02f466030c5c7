import JSONTree
import OutboundHTTP
import ResourceNames
import StatesInterpreter
import StatesLanguage

/// The answer of a test. Which members it has for which state was observed on AWS.
struct TestReply {
    /// What was seen.
    let inspection: StateInspection
    /// The raw input.
    let input: Payload
    /// The tested state.
    let state: State
    /// The last HTTP request of the state; `nil` when it made none.
    let exchange: HTTPExchange?
    /// Whether what connections add to HTTP requests is shown.
    let showsSecrets: Bool
    /// `INFO`, `DEBUG` or `TRACE`.
    let level: String

    /// The answer's shape.
    var json: JSON {
        var reply = JSONObject()
        var following: String?
        switch inspection.outcome {
        case .succeeded(let output, let next):
            (reply["output"], reply["status"], following) = (.string(output.text), "SUCCEEDED", next)
        case .caught(let error, let output, let next):
            (reply["output"], reply["status"], following) = (.string(output.text), "CAUGHT_ERROR", next)
            Self.add(error, to: &reply)
        case .retriable(let error):
            reply["status"] = "RETRIABLE"
            Self.add(error, to: &reply)
        case .failed(let error):
            reply["status"] = "FAILED"
            Self.add(error, to: &reply)
        case nil: reply["status"] = "FAILED"
        }
        if let following { reply["nextState"] = .string(following) }
        if level != "INFO" { reply["inspectionData"] = .object(data) }
        return .object(reply)
    }

    private static func add(_ error: StatesError, to reply: inout JSONObject) {
        if let name = error.name { reply["error"] = .string(name) }
        if let cause = error.cause { reply["cause"] = .string(cause) }
    }

    private var data: JSONObject {
        var data: JSONObject = ["input": .string(input.text)]
        for stage in InspectionStage.allCases {
            if let payload = inspection.stages[stage] { data[stage.rawValue] = .string(payload.text) }
        }
        if !inspection.variables.isEmpty { data["variables"] = .string(JSON.object(inspection.variables).text) }
        if let count = inspection.maxConcurrency { data["maxConcurrency"] = .integer(Int64(count)) }
        if let count = inspection.toleratedFailureCount { data["toleratedFailureCount"] = .integer(Int64(count)) }
        if let percentage = inspection.toleratedFailurePercentage {
            data["toleratedFailurePercentage"] = .double(percentage)
        }
        let details = errorDetails
        if !details.isEmpty { data["errorDetails"] = .object(details) }
        if level == "TRACE", let exchange { HTTPTrace(exchange, showsSecrets: showsSecrets).add(to: &data) }
        return data
    }

    private var errorDetails: JSONObject {
        var details = JSONObject()
        if let index = inspection.catchIndex { details["catchIndex"] = .integer(Int64(index)) }
        if let index = inspection.retryIndex { details["retryIndex"] = .integer(Int64(index)) }
        if let pause = inspection.retryPauseSeconds { details["retryBackoffIntervalSeconds"] = .integer(pause) }
        return details
    }
}
