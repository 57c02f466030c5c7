import ResourceNames

/// Which messages of a queue may be received, and when: a value without clock, store or threads.
///
/// Heaps keep stale entries; an entry counts only while the message's phase agrees with it.
struct MessageIndex: Sendable {
    /// The queue keeps order and knows repeats.
    let isFIFO: Bool
    /// All messages by number.
    private(set) var messages: [Int64: IndexedMessage] = [:]
    /// Ids that are available; in a FIFO queue the first id of each unlocked group.
    private var ready = MinHeap<Int64>()
    /// When delayed and in-flight messages become available.
    private var deadlines = MinHeap<Due>()
    /// By age, for retention.
    private var ages = MinHeap<Due>()
    private var groups: [String: MessageGroup] = [:]
    /// Messages handed out and not deleted.
    private(set) var inFlightCount = 0
    /// Messages that are not visible yet.
    private(set) var delayedCount = 0
    private var reservedCount = 0
    /// Bytes of the contents held.
    private(set) var heldBytes = 0

    /// Starts with nothing.
    init(isFIFO: Bool) { self.isFIFO = isFIFO }

    /// Messages a receiver could get now.
    var availableCount: Int { messages.count - inFlightCount - delayedCount - reservedCount }

    /// The next instant at which a message becomes available.
    mutating func nextDeadline() -> Timestamp? {
        while let due = deadlines.first {
            if let message = messages[due.id], Self.deadline(of: message.phase) == due.at { return due.at }
            _ = deadlines.pop()
        }
        return nil
    }

    /// Adds a message in any phase.
    mutating func insert(_ id: Int64, _ message: IndexedMessage) {
        var message = message
        if let content = message.content {
            if heldBytes + content.heldBytes > Limits.heldBytesMax {
                message.content = nil
            } else {
                heldBytes += content.heldBytes
            }
        }
        let phase = message.phase
        message.phase = .reserved
        messages[id] = message
        reservedCount += 1
        ages.push(Due(at: message.sentAt, id: id))
        if let group = message.group { groups[group, default: MessageGroup()].insert(id) }
        if phase != .reserved { enter(id, phase) }
        sweep()
    }

    /// Forgets a message.
    mutating func remove(_ id: Int64) {
        guard let message = messages.removeValue(forKey: id) else { return }
        heldBytes -= message.content?.heldBytes ?? 0
        count(message.phase, -1)
        guard let group = message.group else { return }
        if Self.locks(message.phase) { groups[group]?.inFlight -= 1 }
        if groups[group]?.offered == id { groups[group]?.offered = nil }
        offer(group)
    }

    /// Moves a message to another phase.
    mutating func enter(_ id: Int64, _ phase: IndexedMessage.Phase) {
        guard let message = messages[id] else { return }
        messages[id]?.phase = phase
        count(message.phase, -1)
        count(phase, 1)
        if let deadline = Self.deadline(of: phase) { deadlines.push(Due(at: deadline, id: id)) }
        if let group = message.group {
            groups[group]?.inFlight += (Self.locks(phase) ? 1 : 0) - (Self.locks(message.phase) ? 1 : 0)
            offer(group)
        } else if phase == .available {
            ready.push(id)
        }
    }

    /// Notes a receive that is durable.
    mutating func noteReceive(
        _ id: Int64, count: Int, generation: Int64, firstReceivedAt: Timestamp?, visibleAt: Timestamp
    ) {
        messages[id]?.receiveCount = count
        messages[id]?.generation = generation
        messages[id]?.firstReceivedAt = firstReceivedAt
        enter(id, .inFlight(until: visibleAt))
    }

    /// What `take` found.
    struct Taken: Sendable {
        /// To be handed out.
        var messages: [Int64] = []
        /// Received too often: to be moved to the dead-letter queue.
        var dead: [Int64] = []
        /// Older than the retention period: forgotten, their rows to be deleted.
        var expired: [Int64] = []
        var isEmpty: Bool { messages.isEmpty && dead.isEmpty && expired.isEmpty }
    }

    /// Takes what can be received; what it takes is `receiving` until the caller says how the commit went.
    ///
    /// - Parameter receivesMax: After so many receives a message is dead; `nil`: never.
    mutating func take(limit: Int, now: Timestamp, retention: Duration, receivesMax: Int?) -> Taken {
        var taken = Taken()
        promote(now)
        expire(before: Timestamp(milliseconds: now.milliseconds - retention.components.seconds * 1_000), into: &taken)
        while taken.messages.count < limit, taken.dead.count < 100, let id = ready.pop() {
            guard let message = messages[id], message.phase == .available else { continue }
            guard let group = message.group else {
                takeOne(id, receivesMax: receivesMax, into: &taken)
                continue
            }
            guard groups[group]?.offered == id else { continue }
            groups[group]?.offered = nil
            for member in groups[group]?.waiting ?? [] where messages[member] != nil {
                guard taken.messages.count < limit, messages[member]?.phase == .available else { break }
                takeOne(member, receivesMax: receivesMax, into: &taken)
            }
        }
        return taken
    }

    /// Makes available what is due.
    mutating func promote(_ now: Timestamp) {
        while let due = deadlines.first, due.at <= now {
            _ = deadlines.pop()
            guard let message = messages[due.id], Self.deadline(of: message.phase) == due.at else { continue }
            enter(due.id, .available)
        }
    }

    private mutating func takeOne(_ id: Int64, receivesMax: Int?, into taken: inout Taken) {
        guard let message = messages[id] else { return }
        enter(id, .receiving)
        if let receivesMax, message.receiveCount >= receivesMax {
            taken.dead.append(id)
        } else {
            taken.messages.append(id)
        }
    }

    private mutating func expire(before cutoff: Timestamp, into taken: inout Taken) {
        var kept: [Due] = []
        while let due = ages.first, due.at <= cutoff {
            _ = ages.pop()
            guard let message = messages[due.id] else { continue }
            if message.phase == .receiving || message.phase == .changing || message.phase == .reserved {
                kept.append(due)
            } else {
                remove(due.id)
                taken.expired.append(due.id)
            }
        }
        for due in kept { ages.push(due) }
    }

    /// Puts the first message of a group into the heap when it may be received.
    private mutating func offer(_ group: String) {
        let present = messages
        guard let first = groups[group]?.first(where: { present[$0] != nil }) else {
            groups[group] = nil
            return
        }
        guard let state = groups[group] else { return }
        guard state.inFlight == 0 else {
            // Rows that are read back come in their order: one in flight may follow one that was offered already.
            groups[group]?.offered = nil
            return
        }
        guard state.offered == nil, messages[first]?.phase == .available else { return }
        groups[group]?.offered = first
        ready.push(first)
    }

    private mutating func count(_ phase: IndexedMessage.Phase, _ change: Int) {
        switch phase {
        case .reserved: reservedCount += change
        case .available: break
        case .delayed: delayedCount += change
        case .inFlight, .receiving, .changing: inFlightCount += change
        }
    }

    /// Drops stale entries when they outweigh the others.
    private mutating func sweep() {
        let present = messages
        let bound = 2 * present.count + 1_024
        if ages.count > bound { ages.keep { present[$0.id] != nil } }
        if ready.count > bound { ready.keep { present[$0]?.phase == .available } }
        if deadlines.count > bound { deadlines.keep { Self.deadline(of: present[$0.id]?.phase) == $0.at } }
    }

    private static func deadline(of phase: IndexedMessage.Phase?) -> Timestamp? {
        switch phase {
        case .delayed(let until), .inFlight(let until): until
        default: nil
        }
    }

    private static func locks(_ phase: IndexedMessage.Phase) -> Bool {
        switch phase {
        case .inFlight, .receiving, .changing: true
        default: false
        }
    }
}
