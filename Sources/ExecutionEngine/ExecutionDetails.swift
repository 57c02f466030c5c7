import ExecutionHistory
import JSONTree
import ResourceNames

/// What `ExecutionRow.bytes` holds: all of an execution that lists and descriptions show and the row's columns do not.
package struct ExecutionDetails: Sendable {
    /// The input's text.
    package var input: [UInt8]
    /// The output's text; `nil` while it runs and when it did not succeed.
    package var output: [UInt8]?
    /// The error it failed or was stopped with.
    package var error: String?
    /// The cause that goes with it.
    package var cause: String?
    /// The role it runs under.
    package var roleARN: String
    /// The interpreter's behaviour number the execution is pinned to.
    package var semantics: Int
    /// EXPRESS: its log is not kept.
    package var isExpress: Bool
    /// The version it was started with, if any.
    package var stateMachineVersionARN: String?
    /// The alias it was started through, if any.
    package var stateMachineAliasARN: String?
    /// As the caller gave it.
    package var traceHeader: String?
    /// Sets apart EXPRESS executions of one name.
    package var expressID: String?
    /// How often it was redriven.
    package var redriveCount = 0
    /// When it was redriven last.
    package var redrivenAt: Timestamp?
    /// The last client tokens of RedriveExecution, newest last, with the times of their answers.
    var redriveTokens: [(token: String, at: Timestamp)] = []
    /// What the service keeps with the execution.
    package var settings: [UInt8]?
    /// What ties a child execution to its Map Run.
    package var mapRun: MapRunLink?
    /// The task that waits for its end.
    var parent: ParentTask?

    /// 2 since executions are redriven, 3 since Map Runs have children.
    private static let format: UInt8 = 3

    var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.format]
        bytes.appendCount(input.count)
        bytes += input
        bytes.appendOptionalCount(output?.count)
        if let output { bytes += output }
        bytes.appendOptionalText(error)
        bytes.appendOptionalText(cause)
        bytes.appendText(roleARN)
        bytes.appendCount(semantics)
        bytes.append(isExpress ? 1 : 0)
        bytes.appendOptionalText(stateMachineVersionARN)
        bytes.appendOptionalText(stateMachineAliasARN)
        bytes.appendOptionalText(traceHeader)
        bytes.appendOptionalText(expressID)
        bytes.appendCount(redriveCount)
        bytes.append(redrivenAt == nil ? 0 : 1)
        if let redrivenAt { bytes.appendSigned(redrivenAt.milliseconds) }
        bytes.appendCount(redriveTokens.count)
        for (token, at) in redriveTokens {
            bytes.appendText(token)
            bytes.appendSigned(at.milliseconds)
        }
        bytes.appendOptionalCount(settings?.count)
        if let settings { bytes += settings }
        bytes.appendOptionalText(parent?.text)
        bytes.append(mapRun == nil ? 0 : 1)
        mapRun?.write(into: &bytes)
        return bytes
    }

    init?(bytes: [UInt8]) {
        do throws(RecordError) {
            var reader = ByteReader(bytes[...])
            let format = try reader.byte()
            guard (1...Self.format).contains(format) else { return nil }
            input = Array(try reader.slice(try reader.length()))
            if let count = try reader.optionalCount() { output = Array(try reader.slice(count)) }
            error = try reader.optionalText()
            cause = try reader.optionalText()
            roleARN = try reader.text()
            semantics = try reader.integer()
            isExpress = try reader.byte() == 1
            stateMachineVersionARN = try reader.optionalText()
            stateMachineAliasARN = try reader.optionalText()
            traceHeader = try reader.optionalText()
            expressID = try reader.optionalText()
            redriveCount = try reader.integer()
            if format >= 2 {
                // What a format does not have yet is as good as not given.
                if try reader.byte() == 1 { redrivenAt = Timestamp(milliseconds: try reader.signed()) }
                for _ in 0..<(try reader.length()) {
                    redriveTokens.append((try reader.text(), Timestamp(milliseconds: try reader.signed())))
                }
                if let count = try reader.optionalCount() { settings = Array(try reader.slice(count)) }
                parent = try reader.optionalText().flatMap(ParentTask.init)
            }
            if format >= 3, try reader.byte() == 1 { mapRun = try MapRunLink(reading: &reader) }
        } catch {
            return nil
        }
    }

    init(_ request: StartRequest, expressID: String?, semantics: Int) {
        input = request.input.bytes
        roleARN = request.roleARN
        self.semantics = semantics
        isExpress = request.isExpress
        stateMachineVersionARN = request.stateMachineVersionARN
        stateMachineAliasARN = request.stateMachineAliasARN
        traceHeader = request.traceHeader
        settings = request.settings
        parent = request.parent
        self.expressID = expressID
    }
}
