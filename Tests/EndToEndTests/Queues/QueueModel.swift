import ResourceNames

/// What a queue is to do, as plainly as it can be said: one list of messages in the order in which they came, and no store.
struct QueueModel {
    /// A message that is there.
    struct Message {
        let body: String
        let group: String?
        let sentAt: Timestamp
        /// From when on it may be received.
        var visibleAt: Timestamp
        var receives = 0
        /// What deletes it, once it was received.
        var handle: String?

        func isVisible(_ now: Timestamp) -> Bool { visibleAt <= now }
        /// Handed out, and not due again.
        func isInFlight(_ now: Timestamp) -> Bool { receives > 0 && visibleAt > now }
    }

    /// What a receive hands out.
    struct Taken: Equatable {
        let body: String
        let group: String?
        let receives: Int
    }

    let isFIFO: Bool
    var visibility: Int
    var delay = 0
    /// Seconds a message is kept.
    var retention = 345_600
    /// Receives after which a message is dead; `nil`: never.
    var receivesMax: Int?
    private(set) var messages: [Message] = []
    private var purgeAllowedAt = Timestamp(milliseconds: 0)
    /// Of FIFO queues: what was sent lately, by deduplication id.
    private var recent: [String: (until: Timestamp, body: String)] = [:]

    init(isFIFO: Bool, visibility: Int) { (self.isFIFO, self.visibility) = (isFIFO, visibility) }

    /// The body that is stored for a send: an earlier one when this repeats it.
    mutating func send(_ body: String, group: String?, id: String?, delay own: Int?, _ now: Timestamp) -> String {
        if let id {
            if let known = recent[id], known.until > now { return known.body }
            recent[id] = (now + .seconds(300), body)
        }
        messages.append(
            Message(body: body, group: group, sentAt: now, visibleAt: now + .seconds(own ?? delay)))
        return body
    }

    /// Hands out messages. The dead ones it meets go to another queue.
    mutating func receive(
        limit: Int, visibility: Int?, _ now: Timestamp, dead: inout [Message]
    ) -> [Taken] {
        messages.removeAll { $0.sentAt + .seconds(retention) <= now }
        var places: [Int] = []
        for place in candidates(now) {
            if places.count == limit { break }
            if let receivesMax, messages[place].receives >= receivesMax {
                dead.append(messages[place])
                messages[place].handle = Self.gone
                continue
            }
            places.append(place)
        }
        for place in places {
            messages[place].receives += 1
            messages[place].visibleAt = now + .seconds(visibility ?? self.visibility)
        }
        let taken = places.map {
            Taken(body: messages[$0].body, group: messages[$0].group, receives: messages[$0].receives)
        }
        messages.removeAll { $0.handle == Self.gone }
        return taken
    }

    /// Takes a dead letter of another queue.
    mutating func adopt(_ message: Message, _ now: Timestamp) {
        messages.append(Message(body: message.body, group: message.group, sentAt: message.sentAt, visibleAt: now))
    }

    /// Notes what deletes a message that was handed out.
    mutating func note(_ handle: String, of body: String) {
        guard let place = messages.firstIndex(where: { $0.body == body }) else { return }
        messages[place].handle = handle
    }

    /// Deletes a message; `false` when that is refused.
    ///
    /// - Parameter body: Of the message that a handle belonged to.
    mutating func delete(_ handle: String, of body: String, _ now: Timestamp) -> Bool {
        guard let place = messages.firstIndex(where: { $0.body == body }) else { return true }
        let isCurrent = messages[place].handle == handle
        if isCurrent, !isFIFO || messages[place].isInFlight(now) {
            messages.remove(at: place)
            return true
        }
        return !isFIFO
    }

    /// Changes how long a message stays hidden; `false` when that is refused.
    mutating func hide(_ handle: String, of body: String, seconds: Int, _ now: Timestamp) -> Bool {
        guard let place = messages.firstIndex(where: { $0.body == body }), messages[place].handle == handle,
            messages[place].isInFlight(now)
        else { return false }
        messages[place].visibleAt = now + .seconds(seconds)
        return true
    }

    /// Deletes everything; `false` within a minute of the last time.
    mutating func purge(_ now: Timestamp) -> Bool {
        guard purgeAllowedAt <= now else { return false }
        purgeAllowedAt = now + .seconds(60)
        messages = []
        return true
    }

    /// Messages that are visible, in flight, and delayed.
    func counts(_ now: Timestamp) -> [Int] {
        [
            messages.count { $0.isVisible(now) }, messages.count { $0.isInFlight(now) },
            messages.count { $0.receives == 0 && !$0.isVisible(now) },
        ]
    }

    private static let gone = "gone"

    /// Places of messages that may be received, in the order in which they are: of a FIFO queue group by group, none of a group of which one
    /// is in flight, and none behind one that is not visible yet.
    private func candidates(_ now: Timestamp) -> [Int] {
        guard isFIFO else { return messages.indices.filter { messages[$0].isVisible(now) } }
        var groups: [String] = []
        var members: [String: [Int]] = [:]
        for place in messages.indices {
            let group = messages[place].group ?? ""
            if members[group] == nil { groups.append(group) }
            members[group, default: []].append(place)
        }
        return groups.flatMap { group -> [Int] in
            let all = members[group] ?? []
            if all.contains(where: { messages[$0].isInFlight(now) }) { return [] }
            return Array(all.prefix { messages[$0].isVisible(now) })
        }
    }
}
