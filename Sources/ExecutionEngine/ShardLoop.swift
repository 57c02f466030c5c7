import DequeModule
import Glibc
import HandlerContract
import Logging
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// A thread that owns a share of the shards: it alone folds their executions.
///
/// Work comes through the mailbox and runs in order; handlers, the disk and replies have threads of their own. Unchecked because everything but
/// the mailbox and the constants is touched on the loop's thread only (`preconditionOnLoop`).
final class ShardLoop: @unchecked Sendable {
    /// What is posted to a loop.
    typealias Work = @Sendable (ShardLoop) -> Void

    /// What all loops share.
    let services: EngineServices
    /// Its number among the loops.
    private let number: Int
    /// How many loops there are.
    private let loopCount: Int
    /// The lease under which each shard is written.
    let epochs: [UInt64]
    private let mailbox = Mailbox<Work>()
    private let thread = UnsafeMutablePointer<pthread_t>.allocate(capacity: 1)

    // The loop's own state.
    /// Folded executions.
    var executions: [ExecutionKey: LiveExecution] = [:]
    /// Map Runs that have not ended.
    var mapRuns: [ExecutionKey: LiveMapRun] = [:]
    /// Those with inputs waiting.
    var ready = ReadyQueue()
    /// What executions and Map Runs of this loop want of one another.
    var localWork: Deque<Work> = []
    /// Instants: waits, retries, execution timeouts.
    var wallTimers = TimerQueue()
    /// Spans: task timeouts and heartbeats.
    var monotonicTimers = TimerQueue()
    /// When workers that wait for a task of an activity are sent away, earliest first.
    var workerDeadlines: Deque<(at: Int64, activity: String, worker: Int64)> = []
    /// Units of this turn, handed to the store together.
    var outgoing: [(execution: LiveExecution, unit: OpenUnit)] = []
    /// Executions for which something was under way when the process before this one ended, and which have not been folded since.
    var unrecovered: Set<ExecutionKey> = []
    /// Executions dropped after a failed commit, with the tasks whose handlers have been called.
    var dropped: [ExecutionKey: Set<Int64>] = [:]

    /// Executions and Map Runs that cannot be read for want of their key, with when each is looked at again.
    var awaitingKeys: [ExecutionKey: Int64] = [:]
    /// Executions whose rows are about to say that they have failed for want of their key.
    var failing: [ExecutionKey: KeyFailure] = [:]

    /// Calls of handlers, readers and writers that have not answered.
    var callsUnderWay = 0
    /// Commits the store has not answered.
    var commitsUnderWay = 0
    /// What waits for its turn in a run that repeats exactly.
    var turns = Turns()

    init(number: Int, count: Int, services: EngineServices, epochs: [UInt64]) {
        self.number = number
        loopCount = count
        self.services = services
        self.epochs = epochs
    }

    /// Asks a clock that is moved by hand to wait for this loop.
    func listen() { services.clock.onMove { [mailbox] in mailbox.wake() } }

    /// Starts the thread.
    func start() {
        let box = Unmanaged.passRetained(self)
        let result = pthread_create(
            thread, nil,
            { raw in
                guard let raw else { return nil }
                Unmanaged<ShardLoop>.fromOpaque(raw).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        precondition(result == 0, "no thread could be started for the engine")
    }

    /// Hands work over; it runs soon, on the loop's thread. Returns `false` after `stop`.
    @discardableResult
    func post(_ work: @escaping Work) -> Bool { mailbox.put(work) }

    /// Lets the thread finish what is queued and waits for its end.
    func stop() {
        mailbox.close()
        pthread_join(thread.pointee, nil)
    }

    /// How many ready executions advance before newly posted work is looked at.
    private static let advancesPerTurn = 64

    private func run() {
        while let works = takeMail() {
            for work in works { work(self) }
            takeTurn()
            fireTimers()
            doLocalWork()
            for _ in 0..<Self.advancesPerTurn {
                guard let key = ready.popFirst() else { break }
                guard let execution = executions[key] else { continue }
                execution.isQueued = false
                advance(execution)
            }
            flush()
            leaveMemory()
        }
    }

    /// Whether an execution belongs to this loop.
    func owns(_ key: ExecutionKey) -> Bool { key.shard % loopCount == number }

    /// Does what was wanted when the turn began; what that leads to has its own turn.
    private func doLocalWork() {
        for _ in 0..<localWork.count { localWork.popFirst()?(self) }
    }

    private func takeMail() -> [Work]? {
        guard !services.clock.runsByItself else { return mailbox.takeAll(waitingAtMost: pause) }
        guard ready.isEmpty, localWork.isEmpty, !hasTurn else { return mailbox.takeAll(waitingAtMost: 0) }
        if callsUnderWay == 0, commitsUnderWay == 0 { services.clock.rests(loop: number, rest) }
        let works = mailbox.takeAll(waitingAtMost: nil)
        services.clock.works(loop: number)
        return works
    }

    /// What the loop waits for while it has nothing to do.
    private var rest: Rest {
        var rest = Rest()
        let offset = services.clock.now.milliseconds - services.clock.monotonicMilliseconds
        for execution in executions.values {
            for timer in execution.state.timers {
                guard let deadline = execution.armed[timer.id] else { continue }
                let isWait =
                    switch timer.id {
                    case .wait, .retry: true
                    case .execution, .taskTimeout, .heartbeat: false
                    }
                rest.note(timer.isMonotonic ? deadline + offset : deadline, isWait: isWait)
            }
        }
        // Of an execution out of memory only the earliest deadline is known.
        for entry in wallTimers.entries where entry.timer == nil && executions[entry.key] == nil {
            rest.note(entry.deadline, isWait: true)
        }
        return rest
    }

    /// How long the thread may sleep, in milliseconds.
    private var pause: Int64? {
        guard ready.isEmpty, localWork.isEmpty else { return 0 }
        guard services.clock.runsByItself else { return nil }
        let wall = wallTimers.first.map { max(0, $0 - services.clock.now.milliseconds) }
        let monotonic = monotonicTimers.first.map { max(0, $0 - services.clock.monotonicMilliseconds) }
        let worker = workerDeadlines.first.map { max(0, $0.at - services.clock.monotonicMilliseconds) }
        guard let nearest = [wall, monotonic, worker].compactMap({ $0 }).min() else { return nil }
        return min(nearest, 1_000)
    }

    private func fireTimers() {
        let (now, monotonic) = (services.clock.now.milliseconds, services.clock.monotonicMilliseconds)
        while let entry = wallTimers.popDue(at: now) { fire(entry) }
        while let entry = monotonicTimers.popDue(at: monotonic) { fire(entry) }
        while let first = workerDeadlines.first, first.at <= monotonic {
            workerDeadlines.removeFirst()
            services.activities.leave(first.activity, worker: first.worker)
        }
    }

    /// Notes when a worker is sent away.
    func expectEnd(at deadline: Int64, of worker: Int64, activity: String) {
        var place = workerDeadlines.endIndex
        while place > 0, workerDeadlines[place - 1].at > deadline { place -= 1 }
        workerDeadlines.insert((deadline, activity, worker), at: place)
    }

    private func fire(_ entry: TimerEntry) {
        if let timer = entry.timer, let execution = executions[entry.key] {
            guard execution.armed[timer] == entry.deadline else { return }
            execution.armed[timer] = nil
            offer(.timerFired(timer), to: execution)
        } else {
            // Out of memory: folding arms what is still to come, and what is due fires at once.
            if resident(entry.key) == nil { wakeParentIfOwed(entry.key) }
        }
    }

    /// Adds an input to an execution's queue.
    func offer(_ input: Input, effects: [PreparedWrite] = [], to execution: LiveExecution, reply: InputReply? = nil) {
        execution.lastUsed = services.clock.monotonicMilliseconds
        execution.pending.append((input, effects, reply))
        enqueue(execution)
    }

    /// Puts an execution into the ready queue, once.
    func enqueue(_ execution: LiveExecution) {
        guard !execution.isQueued else { return }
        execution.isQueued = true
        ready.append(execution.key, of: execution.arn.stateMachine.storedName)
    }

    /// Sends idle executions away when there are more than memory is meant for; their timers stay.
    private func leaveMemory() {
        let residentMax = services.limits.residentExecutionsPerLoop
        guard executions.count > residentMax + residentMax / 8 else { return }
        let idle = executions.values.filter { $0.isIdle && !$0.isQueued }.sorted { $0.lastUsed < $1.lastUsed }
        for execution in idle.prefix(executions.count - residentMax) { executions[execution.key] = nil }
    }
}

/// What all loops share.
struct EngineServices: Sendable {
    /// Where everything durable lies.
    let store: any Store
    /// Calls handlers.
    let invoker: any HandlerInvoker
    /// Both clocks.
    let clock: any EngineClock
    /// Seeds, and what loops need chance for.
    let entropy: Entropy
    /// Names of executions, drawn on the threads of those who start them.
    let names: Entropy
    /// Compiled definitions.
    let programs: ProgramCache
    /// Executions that ended a moment ago.
    let ended = EndedExecutions()
    /// EXPRESS executions that ended lately.
    let express = RecentExpress()
    /// How many run.
    let open = OpenExecutions()
    let held = HeldExecutions()
    /// Who follows executions.
    let watchers = ExecutionWatchers()
    let loops = LoopRing()
    /// Seals and opens what executions with a key of their own store.
    let sealer: Sealer
    /// Seals task tokens.
    let tokenKey: [UInt8]
    /// Tells after a crash which calls had left.
    let handovers: HandoverMarks?
    /// Whether there is an activity of an ARN.
    let activityExists: @Sendable (String) -> Bool
    /// Tasks that wait for workers.
    let activities = ActivityQueues()
    /// Machines that are being deleted.
    let retirements = Retirements()
    /// Where readers and writers of Map Runs find their objects.
    let objects: (any MapRunObjects)?
    /// Finds the logs of executions; `nil` when there are none.
    let findEventLog: EventLogFinder?
    /// Told when executions start and end; `nil` when nobody can be.
    let statusListener: (any StatusListener)?
    /// Bounds of ours.
    let limits: EngineLimits
    /// Told of what goes wrong.
    let logger: Logger
}

/// Bounds of the engine that are ours, not AWS's.
package struct EngineLimits: Sendable {
    /// Folded executions a loop keeps; idle ones beyond that leave memory.
    package var residentExecutionsPerLoop = 10_000
    /// Shard loops; 0: one per processor, at most 8.
    package var loopCount = 0
    /// Records after which a snapshot spares the next start from folding them.
    package var snapshotRecords = 1_000
    /// The same in bytes of records.
    package var snapshotBytes = 4 << 20
    /// Calls and their answers have turns, so that runs repeat exactly: see `Turns`.
    package var repeatsExactly = false
    /// Workers that may wait for tasks of one activity. Source: developer guide, "Quotas".
    package var workersPerActivityMax = 1_000
    /// STANDARD executions of an account in a region that may run at once. Source: developer guide, "Service quotas".
    package var openExecutionsMax = 1_000_000
    /// How often a Map Run may be redriven. Source: developer guide, "Redriving Map Runs".
    package var mapRunRedrivesMax = 1_000
    /// How long a worker waits for a task. Source: API reference, GetActivityTask.
    package var workerWaitMilliseconds: Int64 = 60_000
    /// The bounds as they are meant.
    package init() {}
}
