import JSONTree

/// What `ExecutionRow.bytes` holds: all of an execution that lists and descriptions show and the row's columns do not.
package struct ExecutionDetails: Sendable {
    /// The input's text.
    package var input: [UInt8]
    /// The output's text; `nil` while it runs and when it did not succeed.
    package var output: [UInt8]?
    package var error: String?
    package var cause: String?
    package var roleARN: String
    /// The interpreter's behaviour number the execution is pinned to.
    package var semantics: Int
    package var isExpress: Bool
    package var stateMachineVersionARN: String?
    package var stateMachineAliasARN: String?
    package var traceHeader: String?
    /// Sets apart EXPRESS executions of one name.
    package var expressID: String?
    /// How often it was redriven.
    package var redriveCount = 0

    private static let format: UInt64 = 1

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.format)
        writer.append(input)
        writer.append(output == nil ? 0 : 1)
        if let output { writer.append(output) }
        writer.append(error)
        writer.append(cause)
        writer.append(roleARN)
        writer.append(UInt64(semantics))
        writer.append(isExpress ? 1 : 0)
        writer.append(stateMachineVersionARN)
        writer.append(stateMachineAliasARN)
        writer.append(traceHeader)
        writer.append(expressID)
        writer.append(UInt64(redriveCount))
        return writer.bytes
    }

    init?(bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard reader.integer() == Self.format, let input = reader.byteString(), let hasOutput = reader.integer() else { return nil }
        self.input = input
        if hasOutput == 1 {
            guard let output = reader.byteString() else { return nil }
            self.output = output
        }
        guard let error = reader.optionalText(), let cause = reader.optionalText(), let role = reader.text(), let semantics = reader.integer(),
            let isExpress = reader.integer(), let version = reader.optionalText(), let alias = reader.optionalText(),
            let trace = reader.optionalText(), let expressID = reader.optionalText(), let redriveCount = reader.integer()
        else { return nil }
        (self.error, self.cause, roleARN, self.semantics) = (error, cause, role, Int(semantics))
        self.isExpress = isExpress == 1
        (stateMachineVersionARN, stateMachineAliasARN, traceHeader, self.expressID) = (version, alias, trace, expressID)
        self.redriveCount = Int(redriveCount)
    }

    init(_ request: StartRequest, expressID: String?, semantics: Int) {
        input = request.input.bytes
        roleARN = request.roleARN
        self.semantics = semantics
        isExpress = request.isExpress
        stateMachineVersionARN = request.stateMachineVersionARN
        stateMachineAliasARN = request.stateMachineAliasARN
        traceHeader = request.traceHeader
        self.expressID = expressID
    }
}
