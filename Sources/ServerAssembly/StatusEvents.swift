import EventsService
import ExecutionEngine
import StepFunctionsService
import StorageContract

/// Tells the default event bus when executions start and end, as long as a rule may want to hear of it.
struct StatusEvents: StatusListener {
    /// Where events go.
    let events: EventsService

    var isListening: Bool { events.isStatusWatched }

    func write(for execution: ExecutionDescription) -> PreparedWrite {
        events.statusChange(of: execution.execution, detail: StatusChangeDetail.json(execution))
    }
}
