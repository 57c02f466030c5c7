import ExecutionHistory
import JSONTree
import ResourceNames

/// Inputs as bytes in a record. The numbers are part of the record format: never changed, never used again.
extension Input {
    /// Appends the input to a record.
    func write(into record: inout RecordWriter) {
        switch self {
        case .started: record.inputs.append(0)
        case .proceed: record.inputs.append(1)
        case .taskSucceeded(let task, let output):
            record.inputs.append(2)
            record.inputs.appendID(task)
            record.appendInput(output)
        case .submitted(let task, let output):
            record.inputs.append(3)
            record.inputs.appendID(task)
            record.appendInput(output)
        case .taskFailed(let task, let error, let isStartFailure):
            record.inputs.append(isStartFailure ? 5 : 4)
            record.inputs.appendID(task)
            record.appendInput(error)
        case .timerFired(let timer):
            record.inputs.append(6)
            timer.write(into: &record.inputs)
        case .heartbeat(let task):
            record.inputs.append(7)
            record.inputs.appendID(task)
        case .tokenAnswered(let task, .success(let output)):
            record.inputs.append(8)
            record.inputs.appendID(task)
            record.appendInput(output)
        case .tokenAnswered(let task, .failure(let error)):
            record.inputs.append(9)
            record.inputs.appendID(task)
            record.appendInput(error)
        case .stopped(let error, let cause):
            record.inputs.append(10)
            record.appendInput(StatesError(error, cause: cause))
        case .recovered: record.inputs.append(11)
        case .keyLost(let cause):
            record.inputs.append(22)
            record.inputs.appendText(cause)
        case .redriven: record.inputs.append(13)
        case .forked(let point):
            record.inputs.append(23)
            record.inputs.appendCount(point.count)
            record.inputs.append(contentsOf: point)
        case .activityStarted(let task, let workerName):
            record.inputs.append(12)
            record.inputs.appendID(task)
            record.inputs.appendOptionalText(workerName)
        case .mapRunEnded(let task, let redrive, let outcome):
            record.inputs.append(21)
            record.inputs.appendID(task)
            record.inputs.appendCount(redrive)
            switch outcome {
            case .succeeded(let output):
                record.inputs.append(0)
                record.appendInput(output)
            case .failed(let error):
                record.inputs.append(1)
                record.appendInput(error)
            }
        case .activitiesMissing(let activities):
            record.inputs.append(20)
            record.inputs.appendCount(activities.count)
            for activity in activities { record.inputs.appendText(activity) }
        }
    }

    fileprivate init(reading bytes: inout ByteReader, of record: RecordReader) throws(RecordError) {
        switch try bytes.byte() {
        case 0: self = .started
        case 1: self = .proceed
        case 2: self = .taskSucceeded(task: try bytes.id(), output: try record.payload(at: bytes.integer()))
        case 3: self = .submitted(task: try bytes.id(), output: try record.payload(at: bytes.integer()))
        case 4: self = .taskFailed(task: try bytes.id(), error: try StatesError(reading: &bytes), isStartFailure: false)
        case 5: self = .taskFailed(task: try bytes.id(), error: try StatesError(reading: &bytes), isStartFailure: true)
        case 6: self = .timerFired(try TimerID(reading: &bytes))
        case 7: self = .heartbeat(task: try bytes.id())
        case 8: self = .tokenAnswered(task: try bytes.id(), answer: .success(try record.payload(at: bytes.integer())))
        case 9: self = .tokenAnswered(task: try bytes.id(), answer: .failure(try StatesError(reading: &bytes)))
        case 10:
            let error = try StatesError(reading: &bytes)
            self = .stopped(error: error.name, cause: error.cause)
        case 11: self = .recovered
        case 12: self = .activityStarted(task: try bytes.id(), workerName: try bytes.optionalText())
        case 13: self = .redriven
        case 20:
            var activities: [String] = []
            for _ in 0..<(try bytes.length()) { activities.append(try bytes.text()) }
            self = .activitiesMissing(activities)
        case 21:
            let (task, redrive) = (try bytes.id(), try bytes.integer())
            let outcome: MapRunOutcome =
                if try bytes.byte() == 0 { .succeeded(try record.payload(at: bytes.integer())) } else {
                    .failed(try StatesError(reading: &bytes))
                }
            self = .mapRunEnded(task: task, redrive: redrive, outcome: outcome)
        case 22: self = .keyLost(cause: try bytes.text())
        case 23: self = .forked(point: Array(try bytes.slice(bytes.length())))
        default: throw RecordError(.malformed, at: bytes.offset)
        }
    }
}

extension RecordReader {
    /// The inputs of the record, to be folded again.
    ///
    /// - Throws: `compacted` for a record that has none any more.
    package func foldableInputs() throws(RecordError) -> [Input] {
        guard isReplayable else { throw RecordError(.compacted, at: 1) }
        var bytes = ByteReader(inputs)
        var inputs: [Input] = []
        while !bytes.isAtEnd { inputs.append(try Input(reading: &bytes, of: self)) }
        return inputs
    }
}

extension TimerID {
    /// Appends the timer's name.
    func write(into bytes: inout [UInt8]) {
        let (kind, id): (UInt8, Int64) =
            switch self {
            case .execution: (0, 0)
            case .wait(let event): (1, event)
            case .retry(let event): (2, event)
            case .taskTimeout(let task): (3, task)
            case .heartbeat(let task): (4, task)
            }
        bytes.append(kind)
        bytes.appendID(id)
    }

    /// Reads a timer's name.
    init(reading bytes: inout ByteReader) throws(RecordError) {
        let kind = try bytes.byte()
        let id = try bytes.id()
        switch kind {
        case 0: self = .execution
        case 1: self = .wait(id)
        case 2: self = .retry(id)
        case 3: self = .taskTimeout(id)
        case 4: self = .heartbeat(id)
        default: throw RecordError(.malformed, at: bytes.offset)
        }
    }
}

extension RecordWriter {
    fileprivate mutating func appendInput(_ payload: Payload) { inputs.appendCount(reference(payload)) }

    fileprivate mutating func appendInput(_ error: StatesError) {
        inputs.appendOptionalText(error.name)
        inputs.appendOptionalText(error.cause)
    }
}

extension StatesError {
    fileprivate init(reading bytes: inout ByteReader) throws(RecordError) {
        self.init(try bytes.optionalText(), cause: try bytes.optionalText())
    }
}
