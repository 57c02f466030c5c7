import JSONTree

/// The threads of control of an execution, as its events tell: what a redrive resumes follows no event of its own. A task is told by what it asks for, which is
/// what it asked for before; those that ask the same come in the order of the threads.
///
/// A thread is a number: the machine itself is 0; branches and items are numbered by the event that opened them, as the interpreter makes room for all
/// branches at once, and the number of one that is over is given to the next that begins.
struct HistoryThreads: Sendable {
    /// One thread of control.
    struct Thread: Sendable {
        /// The thread in whose state it runs; -1 for the machine itself.
        let owner: Int
        /// The branch or item: the event that opened it; 0 for the machine itself.
        let scope: Int64
        /// The state it is in, or was in last.
        var state = ""
        /// That state's type: `Task`.
        var type = ""
        /// Whether it has been entered and not left.
        var isOpen = false
        /// The event that left it.
        var leftAt: Int64 = 0
        /// What the last event of this thread that began something asked for: a task's resource and parameters, a Map Run's ARN.
        var asked: JSONObject = [:]
    }

    private var threads: [Int: Thread] = [:]
    private var free: [Int] = []
    /// How many threads an event has opened.
    private var begun: [Int64: Int] = [:]
    /// What a redrive resumes and no event has told of yet, in order.
    private var resumed: [Int] = []

    /// A thread by its number.
    subscript(number: Int) -> Thread? { threads[number] }

    /// Begins a thread.
    ///
    /// - Returns: Its number.
    mutating func begin(in scope: Int64, under owner: Int) -> Int {
        let place = begun[scope, default: 0]
        begun[scope] = place + 1
        let number = free.popLast() ?? (Int(scope) << 20 | place)
        threads[number] = Thread(owner: owner, scope: scope)
        return number
    }

    /// A thread enters a state.
    mutating func enter(_ state: String, type: String, in number: Int) {
        threads[number]?.state = state
        threads[number]?.type = type
        threads[number]?.isOpen = true
        threads[number]?.asked = [:]
    }

    /// A thread asks for something.
    mutating func ask(_ members: JSONObject, in number: Int) { threads[number]?.asked = members }

    /// A thread leaves its state; what was inside that is over.
    mutating func leave(_ number: Int, at event: Int64) {
        endThreads(under: number)
        threads[number]?.isOpen = false
        threads[number]?.leftAt = event
    }

    /// A thread is over.
    mutating func end(_ number: Int) {
        endThreads(under: number)
        guard number > 0, threads.removeValue(forKey: number) != nil else { return }
        free.append(number)
    }

    /// Threads inside a thread's state are over, the one that left its last state first before the others.
    mutating func endThreads(under owner: Int) {
        let inner = threads.filter { $0.value.owner == owner }
        for (number, _) in inner.sorted(by: { ($0.value.leftAt, $0.key) < ($1.value.leftAt, $1.key) }) { end(number) }
    }

    /// The nearest thread around a thread, itself included, that fits; else the first of all that does.
    func nearest(_ number: Int, where fits: (Thread) -> Bool) -> Int? {
        var at = number
        while let thread = threads[at] {
            if fits(thread) { return at }
            at = thread.owner
        }
        return threads.filter { $0.value.isOpen && fits($0.value) }.keys.min()
    }

    /// A thread that has left its state and has no thread inside: it goes on with another, if it is not over.
    func idle() -> Int? { threads.filter { !$0.value.isOpen && !owners.contains($0.key) }.keys.min() }

    /// The execution goes on: every thread that had not succeeded and has none inside it.
    mutating func redrive() {
        let owners = owners
        resumed = threads.filter { $0.value.isOpen && !owners.contains($0.key) }.keys.sorted()
    }

    private var owners: Set<Int> { Set(threads.values.map(\.owner)) }

    /// The thread a redrive resumes that an event is of: of those it may be of, the first that had asked for what differs least from what it asks for. A token
    /// is another each time, and so may be what the definition takes from the context object; the rest is the same.
    mutating func resume(asking members: JSONObject = [:], where fits: (Thread) -> Bool) -> Int? {
        let places = resumed.indices.filter { threads[resumed[$0]].map(fits) ?? false }
        guard places.count > 1, !members.isEmpty else { return places.first.map { resumed.remove(at: $0) } }
        let wanted = Self.leaves(of: members)
        let differences = places.map { place in
            Self.leaves(of: threads[resumed[place]]?.asked ?? [:]).symmetricDifference(wanted).count
        }
        let best = differences.indices.min { (differences[$0], $0) < (differences[$1], $1) }
        return best.map { resumed.remove(at: places[$0]) }
    }

    /// Every value with the way to it; texts that are JSON are read.
    private static func leaves(of members: JSONObject) -> Set<String> {
        var leaves: Set<String> = []
        func collect(_ value: JSON, _ path: String) {
            switch value {
            case .object(let object): for (name, value) in object { collect(value, "\(path).\(name)") }
            case .array(let array): for (index, value) in array.enumerated() { collect(value, "\(path)[\(index)]") }
            default: leaves.insert("\(path)=\(value.text)")
            }
        }
        for (name, value) in members {
            // A text that is no JSON is a value like others.
            let tree = value.stringValue.flatMap { try? JSON.parse($0) }
            collect(tree ?? value, name)
        }
        return leaves
    }
}
