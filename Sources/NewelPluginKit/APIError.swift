import CNewelPlugin
import JSONTree

/// The AWS error an action ended with.
public struct APIError: Error, Sendable, Equatable {
    /// The AWS code: `QueueDoesNotExist`. `Gone` when the call ended before the action, `Unavailable` when the host refused to ask.
    public var code: String
    /// For people.
    public var message: String
    /// The HTTP status; 0 when unknown.
    public var status: Int
    /// The id of the request that failed; may be empty.
    public var requestID: String

    /// An error without an answer of the action's.
    init(status: newel_status) {
        code = status == newel_status(NEWEL_E_GONE) ? "Gone" : "Unavailable"
        message = "the host answered api_call with status \(status)"
        self.status = 0
        requestID = ""
    }

    /// The error the host reports.
    init(status: newel_status, _ error: newel_error) {
        self.init(status: status)
        if error.type.len > 0 { code = error.type.text }
        message = error.message.text
        // Facts beyond code and message are a courtesy of the host's; without them the error still stands.
        let facts = try? JSON.parse([UInt8](error.stack_json.buffer))
        self.status = facts?["statusCode"]?.integerValue.map(Int.init) ?? 0
        requestID = facts?["requestId"]?.stringValue ?? ""
    }
}
