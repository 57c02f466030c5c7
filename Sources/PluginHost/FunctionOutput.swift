/// A piece of what a function prints and logs.
package struct FunctionOutput: Sendable {
    /// The function's ARN without qualifier, or the pattern of an integration.
    package let function: String
    /// Whose role the function has, and its own name.
    package let roleARN: String?
    /// Its log group; `nil`: the one of its own name.
    package let logGroup: String?
    /// The stream of its log group: one for each process, named as Lambda names them. Empty before a call has reached one.
    package let logStream: String
    /// The invocation it belongs to, or empty.
    package let requestID: String
    /// Whole or partial lines.
    package let lines: [UInt8]
    /// The lines are those around a call that printed nothing and did not fail: all there is of it.
    package let isQuiet: Bool

    /// States all.
    package init(
        function: String, roleARN: String?, logGroup: String? = nil, logStream: String, requestID: String,
        lines: [UInt8], isQuiet: Bool
    ) {
        (self.function, self.roleARN, self.logStream) = (function, roleARN, logStream)
        self.logGroup = logGroup
        (self.requestID, self.lines, self.isQuiet) = (requestID, lines, isQuiet)
    }
}
