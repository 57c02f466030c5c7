import ExecutionHistory
import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract

/// What ties a child execution to its Map Run.
package struct MapRunLink: Sendable {
    /// The Map Run's ARN.
    package var mapRunARN: String
    /// The Map state, whose processor the child runs.
    package var stateName: String
    /// Which child it is.
    package var ordinal: Int
    /// The redrive it was last run for.
    package var attempt: Int

    /// Appends it to a row.
    func write(into bytes: inout [UInt8]) {
        bytes.appendText(mapRunARN)
        bytes.appendText(stateName)
        bytes.appendCount(ordinal)
        bytes.appendCount(attempt)
    }

    /// Ties a child.
    init(mapRunARN: String, stateName: String, ordinal: Int, attempt: Int) {
        self.mapRunARN = mapRunARN
        self.stateName = stateName
        self.ordinal = ordinal
        self.attempt = attempt
    }

    /// Reads what `write` wrote.
    init(reading bytes: inout ByteReader) throws(RecordError) {
        mapRunARN = try bytes.text()
        stateName = try bytes.text()
        ordinal = try bytes.integer()
        attempt = try bytes.integer()
    }

    /// The id of the Map Run: the last part of its ARN.
    var runID: Substring { mapRunARN.suffix(36) }

    /// The Map Run's key.
    var runKey: ExecutionKey? { UUIDText.words(runID).map { ExecutionKey(high: $0.high, low: $0.low) } }
}
