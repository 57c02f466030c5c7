import DequeModule
import JSONTree
import StorageContract
import Synchronization

/// Tasks of activities that wait for a worker, and workers that wait for a task: at most one of the two per activity.
///
/// What is in here can be told from the store again: a task that nobody has taken is an obligation.
final class ActivityQueues: Sendable {
    /// Hands a worker a task, or sends it away without one.
    typealias Offer = @Sendable (ActivityTask?) -> Void

    /// What comes of asking for a task.
    enum Answer {
        case task(ActivityTask)
        /// The offer is made later; the number takes the worker out again.
        case waiting(worker: Int64)
        case tooManyWorkers
    }

    private struct Queue {
        var tasks: Deque<ActivityTask> = []
        var workers: Deque<(number: Int64, offer: Offer)> = []
    }

    private struct TaskID: Hashable {
        let key: ExecutionKey
        let task: Int64
    }

    private struct State {
        var queues: [String: Queue] = [:]
        /// In which queue a task waits.
        var activities: [TaskID: String] = [:]
        var lastWorker: Int64 = 0

        /// Forgets a queue with nothing in it.
        mutating func tidy(_ activity: String) {
            if let queue = queues[activity], queue.tasks.isEmpty, queue.workers.isEmpty { queues[activity] = nil }
        }
    }

    private let state = Mutex(State())

    /// Adds a task, unless it is there: for the worker that waits longest, else for the next to come.
    func add(_ task: ActivityTask, of activity: String, isFirst: Bool = false) {
        let offer = state.withLock { state -> Offer? in
            let id = TaskID(key: task.key, task: task.task)
            guard state.activities[id] == nil else { return nil }
            if let worker = state.queues[activity]?.workers.popFirst() {
                state.tidy(activity)
                return worker.offer
            }
            state.activities[id] = activity
            if isFirst {
                state.queues[activity, default: Queue()].tasks.prepend(task)
            } else {
                state.queues[activity, default: Queue()].tasks.append(task)
            }
            return nil
        }
        offer?(task)
    }

    /// Asks for a task.
    func ask(_ activity: String, workersMax: Int, offer: @escaping Offer) -> Answer {
        state.withLock { state in
            if let task = state.queues[activity]?.tasks.popFirst() {
                state.activities[TaskID(key: task.key, task: task.task)] = nil
                state.tidy(activity)
                return .task(task)
            }
            guard (state.queues[activity]?.workers.count ?? 0) < workersMax else { return .tooManyWorkers }
            state.lastWorker += 1
            state.queues[activity, default: Queue()].workers.append((state.lastWorker, offer))
            return .waiting(worker: state.lastWorker)
        }
    }

    /// Sends a worker away; nothing happens when it has been served.
    func leave(_ activity: String, worker: Int64) {
        let offer = state.withLock { state -> Offer? in
            guard let place = state.queues[activity]?.workers.firstIndex(where: { $0.number == worker }) else {
                return nil
            }
            let offer = state.queues[activity]?.workers.remove(at: place).offer
            state.tidy(activity)
            return offer
        }
        offer?(nil)
    }

    /// Sends all workers of an activity away.
    func dismissWorkers(of activity: String) {
        let offers = state.withLock { state -> [Offer] in
            let offers = state.queues[activity]?.workers.map(\.offer) ?? []
            state.queues[activity]?.workers.removeAll()
            state.tidy(activity)
            return offers
        }
        for offer in offers { offer(nil) }
    }

    /// Forgets a task that is over: taken, timed out, aborted. The oldest usually goes first.
    func remove(_ task: Int64, of key: ExecutionKey) {
        state.withLock { state in
            guard let activity = state.activities.removeValue(forKey: TaskID(key: key, task: task)) else { return }
            let place = state.queues[activity]?.tasks.firstIndex { $0.task == task && $0.key == key }
            if let place { state.queues[activity]?.tasks.remove(at: place) }
            state.tidy(activity)
        }
    }
}
