import ExecutionHistory
import JSONTree
import ResourceNames

/// A Map Run's inputs as bytes. The numbers are part of the format: never changed, never used again.
package enum MapRunRecord {
    /// Its first byte; no record of an execution begins so.
    static let mark: UInt8 = 0x4D
    private static let version: UInt8 = 1

    /// Writes inputs that were folded together.
    static func bytes(of inputs: [MapRunInput], at time: Timestamp) -> [UInt8] {
        var bytes: [UInt8] = [mark, version]
        bytes.appendSigned(time.milliseconds)
        bytes.appendCount(inputs.count)
        for input in inputs { append(input, to: &bytes) }
        Checksum.append(to: &bytes)
        return bytes
    }

    /// Reads inputs and their time.
    package static func read(_ bytes: [UInt8]) throws(RecordError) -> (inputs: [MapRunInput], time: Timestamp) {
        guard bytes.count > 6, bytes[0] == mark, bytes[1] == version else { throw RecordError(.malformed, at: 0) }
        var reader = ByteReader(bytes[2..<(bytes.count - 4)])
        let time = Timestamp(milliseconds: try reader.signed())
        var inputs: [MapRunInput] = []
        for _ in 0..<(try reader.length()) { inputs.append(try input(&reader)) }
        guard reader.isAtEnd else { throw RecordError(.malformed, at: reader.offset) }
        return (inputs, time)
    }

    private static func append(_ input: MapRunInput, to bytes: inout [UInt8]) {
        switch input {
        case .started(let dispatch):
            bytes.append(0)
            append(dispatch.json.bytes, to: &bytes)
        case .itemsFound(let count, let batches):
            bytes.append(1)
            bytes.appendCount(count)
            bytes.appendCount(batches.count)
            for start in batches { bytes.appendCount(start) }
        case .itemsFailed(let error): append(2, error, to: &bytes)
        case .childEnded(let ordinal, let attempt, let outcome, let outputBytes):
            bytes.append(3)
            bytes.appendCount(ordinal)
            bytes.appendCount(attempt)
            bytes.append(outcome.rawValue)
            bytes.appendCount(outputBytes)
        case .resultsWritten(let count, let details):
            bytes.append(4)
            bytes.appendCount(count)
            append(details.bytes, to: &bytes)
        case .resultsFailed(let error): append(5, error, to: &bytes)
        case .updated(let concurrency, let count, let percentage):
            bytes.append(6)
            bytes.appendOptionalCount(concurrency)
            bytes.appendOptionalCount(count)
            bytes.append(percentage == nil ? 0 : 1)
            if let percentage { bytes.appendWord(percentage.bitPattern) }
        case .stopped: bytes.append(7)
        case .redriven: bytes.append(8)
        }
    }

    private static func append(_ kind: UInt8, _ error: StatesError, to bytes: inout [UInt8]) {
        bytes.append(kind)
        bytes.appendOptionalText(error.name)
        bytes.appendOptionalText(error.cause)
    }

    private static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
        bytes.appendCount(text.count)
        bytes += text
    }

    private static func input(_ reader: inout ByteReader) throws(RecordError) -> MapRunInput {
        switch try reader.byte() {
        case 0:
            guard let dispatch = MapRunDispatch(json: try payload(&reader).tree) else {
                throw RecordError(.malformed, at: reader.offset)
            }
            return .started(dispatch)
        case 1:
            let count = try reader.integer()
            var batches: [Int] = []
            for _ in 0..<(try reader.length()) { batches.append(try reader.integer()) }
            return .itemsFound(count: count, batches: batches)
        case 2: return .itemsFailed(try error(&reader))
        case 3:
            let (ordinal, attempt) = (try reader.integer(), try reader.integer())
            guard let outcome = MapRunChildOutcome(rawValue: try reader.byte()) else {
                throw RecordError(.malformed, at: reader.offset)
            }
            return .childEnded(
                ordinal: ordinal, attempt: attempt, outcome: outcome, outputBytes: try reader.integer())
        case 4: return .resultsWritten(count: try reader.integer(), details: try payload(&reader))
        case 5: return .resultsFailed(try error(&reader))
        case 6:
            let (concurrency, count) = (try reader.optionalCount(), try reader.optionalCount())
            let percentage = try reader.byte() == 0 ? nil : Double(bitPattern: try reader.word())
            return .updated(concurrency: concurrency, toleratedCount: count, toleratedPercentage: percentage)
        case 7: return .stopped
        case 8: return .redriven
        default: throw RecordError(.malformed, at: reader.offset)
        }
    }

    private static func error(_ reader: inout ByteReader) throws(RecordError) -> StatesError {
        StatesError(try reader.optionalText(), cause: try reader.optionalText())
    }

    private static func payload(_ reader: inout ByteReader) throws(RecordError) -> Payload {
        let text = Array(try reader.slice(reader.length()))
        do throws(JSONError) { return try Payload(parsing: text) } catch {
            throw RecordError(.malformed, at: reader.offset)
        }
    }
}
