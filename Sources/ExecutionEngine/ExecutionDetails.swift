import ExecutionHistory
import JSONTree
import ResourceNames
import StorageContract

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
    /// Under which key input, output, error and cause lie in the store; `nil`: they lie there as they are.
    package var sealing: SealingKey?
    /// Why it failed while it could not be read; its log does not say so yet. Lies in the store as it is.
    var lostBecause: String?
    /// Input, output, error and cause of a row that has not been opened.
    private var sealedOutcome: (bytes: [UInt8], outputByteCount: Int)?

    /// 2 since executions are redriven, 3 since Map Runs have children.
    private static let format: UInt8 = 3
    /// The same with sealed payloads.
    private static let sealedFormat: UInt8 = 4
    /// The same of an execution that failed while it could not be read.
    private static let lostFormat: UInt8 = 5

    /// Bytes of the output; known of a sealed one too.
    package var outputByteCount: Int { sealedOutcome?.outputByteCount ?? output?.count ?? 0 }

    /// The stored form.
    ///
    /// - Parameter dataKey: Seals the payloads of an execution that has a key; `nil` for any other.
    func bytes(of key: ExecutionKey, sealedWith dataKey: DataKey?) -> [UInt8] {
        var bytes: [UInt8] = []
        if let sealing, let sealed = sealedOutcome?.bytes ?? dataKey.map({ $0.seal(outcome, as: .row(key)) }) {
            bytes.append(lostBecause == nil ? Self.sealedFormat : Self.lostFormat)
            bytes.appendText(sealing.keyID)
            bytes.appendText(sealing.resource)
            bytes.appendCount(sealing.reuseSeconds)
            bytes.appendCount(outputByteCount)
            bytes.appendCount(sealed.count)
            bytes += sealed
        } else {
            precondition(sealing == nil, "what is to be sealed is not stored without a key")
            bytes.append(Self.format)
            appendOutcome(to: &bytes)
        }
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
        if let lostBecause { bytes.appendText(lostBecause) }
        return bytes
    }

    private var outcome: [UInt8] {
        var bytes: [UInt8] = []
        appendOutcome(to: &bytes)
        return bytes
    }

    private func appendOutcome(to bytes: inout [UInt8]) {
        bytes.appendCount(input.count)
        bytes += input
        bytes.appendOptionalCount(output?.count)
        if let output { bytes += output }
        bytes.appendOptionalText(error)
        bytes.appendOptionalText(cause)
    }

    private mutating func readOutcome(_ reader: inout ByteReader) throws(RecordError) {
        input = Array(try reader.slice(try reader.length()))
        if let count = try reader.optionalCount() { output = Array(try reader.slice(count)) }
        error = try reader.optionalText()
        cause = try reader.optionalText()
    }

    /// Opens what is sealed; what is not stays as it is.
    mutating func open(of key: ExecutionKey, with services: EngineServices) throws(EngineFailure) {
        guard let sealed = sealedOutcome?.bytes else { return }
        let bytes = try services.open(sealed, as: .row(key))
        do throws(RecordError) {
            var reader = ByteReader(bytes[...])
            try readOutcome(&reader)
        } catch {
            throw .unavailable("the execution's row is damaged")
        }
        sealedOutcome = nil
        if let lostBecause { (error, cause) = (StatesErrorName.runtime, lostBecause) }
    }

    /// Without what is sealed in the store.
    var withoutSealed: Self {
        guard sealing != nil else { return self }
        var details = self
        details.sealedOutcome = (sealedOutcome?.bytes ?? [], outputByteCount)
        (details.input, details.output, details.error, details.cause) = ([], nil, nil, nil)
        return details
    }

    init?(bytes: [UInt8]) {
        do throws(RecordError) {
            var reader = ByteReader(bytes[...])
            let format = try reader.byte()
            guard (1...Self.lostFormat).contains(format) else { return nil }
            input = []
            roleARN = ""
            semantics = 0
            isExpress = false
            if format >= Self.sealedFormat {
                sealing = SealingKey(
                    keyID: try reader.text(), resource: try reader.text(), reuseSeconds: try reader.integer())
                let outputByteCount = try reader.integer()
                sealedOutcome = (Array(try reader.slice(try reader.length())), outputByteCount)
            } else {
                try readOutcome(&reader)
            }
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
            if format == Self.lostFormat { lostBecause = try reader.text() }
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
        sealing = request.sealing
        self.expressID = expressID
    }
}
