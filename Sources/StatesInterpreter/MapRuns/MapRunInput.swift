import JSONTree
import ResourceNames

/// What reaches a Map Run. Recorded; folding the recorded inputs again yields the same state and commands.
package enum MapRunInput: Sendable {
    /// The first input of every log.
    case started(MapRunDispatch)
    /// Its items are at hand.
    ///
    /// `batches`: where each batch begins, when their sizes decide; empty when their number does.
    case itemsFound(count: Int, batches: [Int])
    /// Items could not be read, or one of them could not be shaped.
    case itemsFailed(StatesError)
    /// A child execution is over. `attempt`: of that child.
    case childEnded(ordinal: Int, attempt: Int, outcome: MapRunChildOutcome, outputBytes: Int)
    /// The results are where `ResultWriter` wants them; how many of them, and what the writer says of the place.
    case resultsWritten(count: Int, details: Payload)
    /// They could not be written.
    case resultsFailed(StatesError)
    /// UpdateMapRun; `nil` leaves a setting as it is.
    case updated(concurrency: Int?, toleratedCount: Int?, toleratedPercentage: Double?)
    /// Its parent has ended, or left the state.
    case stopped
    /// Its parent was redriven.
    case redriven
}
