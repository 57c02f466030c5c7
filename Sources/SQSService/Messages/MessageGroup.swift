/// The messages of one group of a FIFO queue: received in order, none while another is in flight.
struct MessageGroup: Sendable {
    /// Ids in order; those before `head` are gone.
    private var ids: [Int64] = []
    private var head = 0
    /// Messages in flight; the group is locked while there are any.
    var inFlight = 0
    /// The group's first message, once it lies in the heap of what is ready.
    var offered: Int64?

    /// The ids from the first on.
    var waiting: ArraySlice<Int64> { ids[head...] }

    /// Adds an id in order; ids nearly always rise.
    mutating func insert(_ id: Int64) {
        var place = ids.count
        while place > head, ids[place - 1] > id { place -= 1 }
        ids.insert(id, at: place)
    }

    /// Drops ids from the front that are gone and says which is first.
    mutating func first(where isThere: (Int64) -> Bool) -> Int64? {
        while head < ids.count, !isThere(ids[head]) { head += 1 }
        if head > 64, head * 2 > ids.count {
            ids.removeFirst(head)
            head = 0
        }
        return head < ids.count ? ids[head] : nil
    }
}
