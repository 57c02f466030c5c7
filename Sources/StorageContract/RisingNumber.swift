import ResourceNames

/// Numbers that rise, over restarts too: those given out long ago must not come back.
package struct RisingNumber: Sendable {
    /// The number given out last.
    package private(set) var last: Int64 = 0

    /// None given out yet.
    package init() {}

    /// The next number.
    package mutating func next(_ now: Timestamp) -> Int64 {
        last = max(last + 1, now.milliseconds << 10)
        return last
    }

    /// Takes note of a number an earlier process gave out.
    package mutating func pass(_ number: Int64) { last = max(last, number) }

    /// The 20 digits by which AWS numbers the messages of FIFO queues and topics.
    package static func sequenceNumber(_ number: Int64) -> String {
        let digits = String(number)
        return "1" + String(repeating: "0", count: max(0, 19 - digits.utf8.count)) + digits
    }
}
