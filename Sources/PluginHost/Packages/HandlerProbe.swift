import JSONTree

/// The trial call a manifest asks for: `"probe": {"event": …, "timeoutMs": 500}`.
///
/// It is made in a new worker before a build is put to use; a build whose probe fails or is late is refused.
package struct HandlerProbe: Sendable, Equatable {
    /// What the handler is given: JSON text.
    package var event: [UInt8]
    /// How long the handler may take, once it has come up.
    package var timeoutMilliseconds: Int

    /// What is waited when the manifest does not say.
    static let timeoutDefault = 500

    /// Reads the member `probe` of a function; `nil` when there is none, or it is wrong.
    ///
    /// - Parameter problems: What is wrong is added here.
    init?(_ json: JSON?, of function: String, _ problems: inout [String]) {
        guard let json else { return nil }
        guard json.isObject, let event = json["event"] else {
            problems.append("\(function): probe must be an object with an event")
            return nil
        }
        var timeout = Self.timeoutDefault
        if let value = json["timeoutMs"] {
            guard let milliseconds = value.integerValue, (1...60_000).contains(milliseconds) else {
                problems.append("\(function): probe.timeoutMs must be 1 to 60000")
                return nil
            }
            timeout = Int(milliseconds)
        }
        self.event = event.bytes
        timeoutMilliseconds = timeout
    }
}
