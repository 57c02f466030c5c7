import ExecutionHistory
import StatesLanguage

/// What the history calls the events of a state type, and what handles its errors.
extension StateKind {
    /// Written when the state is entered.
    var enteredType: HistoryEventType {
        switch self {
        case .task: .taskStateEntered
        case .pass: .passStateEntered
        case .choice: .choiceStateEntered
        case .wait: .waitStateEntered
        case .succeed: .succeedStateEntered
        case .fail: .failStateEntered
        case .parallel: .parallelStateEntered
        case .map: .mapStateEntered
        }
    }

    /// `nil` for a Fail state, which is never left.
    var exitedType: HistoryEventType? {
        switch self {
        case .task: .taskStateExited
        case .pass: .passStateExited
        case .choice: .choiceStateExited
        case .wait: .waitStateExited
        case .succeed: .succeedStateExited
        case .fail: nil
        case .parallel: .parallelStateExited
        case .map: .mapStateExited
        }
    }

    /// Written when something around the state ends it.
    var abortedType: HistoryEventType? {
        switch self {
        case .task: .taskStateAborted
        case .wait: .waitStateAborted
        case .parallel: .parallelStateAborted
        case .map: .mapStateAborted
        case .pass, .choice, .succeed, .fail: nil
        }
    }

    /// Written when a branch has failed and the state is not tried again.
    var failedType: HistoryEventType? {
        switch self {
        case .parallel: .parallelStateFailed
        case .map: .mapStateFailed
        default: nil
        }
    }

    /// `Retry`.
    var retriers: [Retrier] {
        switch self {
        case .task(let task): task.retry
        case .parallel(let parallel): parallel.retry
        case .map(let map): map.retry
        default: []
        }
    }

    /// `Catch`.
    var catchers: [Catcher] {
        switch self {
        case .task(let task): task.catchers
        case .parallel(let parallel): parallel.catchers
        case .map(let map): map.catchers
        default: []
        }
    }
}
